package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.RollbackTriggers;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Switch;
import io.tapdeck.desk.common.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The choice to let an update's alarms roll it back, and which alarms those are. It outlives the change sets it makes. */
final class RollbackCard extends VBox {
    private static final double MINUTES = 150;
    private static final Duration USUAL = Duration.ofMinutes(10);
    private static final List<Duration> OFFERED = List.of(
            Duration.ZERO,
            Duration.ofMinutes(5),
            USUAL,
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            RollbackTriggers.LONGEST);

    private final Consumer<@Nullable Duration> onChoice;
    private final Switch toggle = new Switch("Roll back on alarm");
    private final ComboBox<Duration> minutes = Form.wide(new ComboBox<>(), MINUTES);
    private final VBox words = new VBox(4);
    private @Nullable Duration chosen;

    /**
     * A card that says nothing yet.
     *
     * @param onChoice hears another choice of how long alarms are watched; null for none
     */
    RollbackCard(Consumer<@Nullable Duration> onChoice) {
        this.onChoice = onChoice;
        getStyleClass().add("td-review-card");
        toggle.selectedProperty().addListener((observed, before, now) -> choose(now ? USUAL : null));
        fill();
        HBox head = new HBox(
                8,
                Icons.ROLLED_BACK.view("td-muted"),
                Texts.label("Roll back on alarm"),
                Form.spacer(),
                minutes,
                toggle);
        head.getStyleClass().add("td-review-head");
        words.getStyleClass().add("td-review-row");
        words.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, words);
    }

    private void fill() {
        minutes.setAccessibleText("How long the alarms are watched after the last resource");
        minutes.getItems().setAll(OFFERED);
        minutes.managedProperty().bind(minutes.visibleProperty());
        minutes.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Duration time) {
                return time == null ? "" : words(time);
            }

            @Override
            public @Nullable Duration fromString(String text) {
                return OFFERED.stream()
                        .filter(time -> words(time).equals(text))
                        .findFirst()
                        .orElse(null);
            }
        });
        // Every choice costs a change set: the arrows open the list, and what is chosen when it closes holds.
        minutes.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean arrow = event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN;
            if (arrow && !minutes.isShowing()) {
                minutes.show();
                event.consume();
            }
        });
        minutes.setOnHidden(event -> choose(minutes.getValue()));
    }

    private void choose(@Nullable Duration time) {
        boolean same = time == null ? chosen == null : time.equals(chosen);
        if (!same) {
            chosen = time;
            onChoice.accept(time);
        }
    }

    /** AWS makes the change set with what was chosen. */
    void showMaking() {
        words.getChildren().setAll(Texts.paragraph("AWS makes the change set anew.", "td-muted"));
    }

    /**
     * Shows what was chosen.
     *
     * @param time how long alarms are watched; null if none are
     * @param stacks what comes of it, stack by stack
     */
    void show(@Nullable Duration time, List<RollbackTriggers> stacks) {
        chosen = time;
        toggle.setSelected(time != null);
        minutes.setVisible(time != null);
        minutes.setValue(time == null ? USUAL : time);
        words.getChildren().setAll(sentences(time, stacks));
    }

    private static String words(Duration time) {
        return time.isZero() ? "while it runs" : "and %d min after".formatted(time.toMinutes());
    }

    /**
     * What comes of a choice, in sentences.
     *
     * @param chosen how long alarms are watched; null if none are
     */
    static List<Label> sentences(@Nullable Duration chosen, List<RollbackTriggers> stacks) {
        List<Label> sentences = new ArrayList<>();
        String watched = stacks.stream()
                .flatMap(stack -> stack.alarms().stream())
                .map(RollbackTriggers.Alarm::name)
                .collect(Collectors.joining(", "));
        if (chosen == null) {
            sentences.add(Texts.paragraph("The update goes on whatever its alarms say.", "td-muted"));
        } else if (watched.isEmpty()) {
            sentences.add(Texts.paragraph("There is no alarm to watch: only a failure rolls this update back."));
        } else {
            sentences.add(Texts.paragraph("AWS rolls back if one of these rings: %s.".formatted(watched)));
        }
        for (RollbackTriggers stack : stacks) {
            stack.leftOut()
                    .forEach(left -> sentences.add(
                            Texts.paragraph("Not watched: %s %s.".formatted(left.name(), left.reason()), "td-muted")));
            if (!stack.dropped().isEmpty()) {
                sentences.add(Texts.paragraph(
                        "No longer watched: %s.".formatted(String.join(", ", stack.dropped())), "td-muted"));
            }
        }
        return sentences;
    }
}
