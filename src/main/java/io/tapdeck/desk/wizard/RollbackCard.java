package io.tapdeck.desk.wizard;

import atlantafx.base.controls.ToggleSwitch;
import io.tapdeck.deploy.RollbackTriggers;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The choice to let an update's alarms roll it back, and which alarms those are. */
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

    /**
     * A card.
     *
     * @param chosen how long alarms are watched; null if none are
     * @param stacks what comes of it, stack by stack
     * @param onChoice hears another choice; null for none
     */
    RollbackCard(@Nullable Duration chosen, List<RollbackTriggers> stacks, Consumer<@Nullable Duration> onChoice) {
        getStyleClass().add("td-review-card");
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setAccessibleText("Roll back on alarm");
        toggle.setSelected(chosen != null);
        toggle.selectedProperty().addListener((observed, before, now) -> onChoice.accept(now ? USUAL : null));
        HBox head = new HBox(8, Icons.ROLLED_BACK.view("td-muted"), Texts.label("Roll back on alarm"), Form.spacer());
        if (chosen != null) {
            head.getChildren().add(minutes(chosen, onChoice));
        }
        head.getChildren().add(toggle);
        head.getStyleClass().add("td-review-head");
        VBox words = new VBox(4);
        words.getStyleClass().add("td-review-row");
        words.setAlignment(Pos.CENTER_LEFT);
        words.getChildren().addAll(sentences(chosen, stacks));
        getChildren().addAll(head, words);
    }

    private static ComboBox<Duration> minutes(Duration chosen, Consumer<@Nullable Duration> onChoice) {
        ComboBox<Duration> minutes = Form.wide(new ComboBox<>(), MINUTES);
        minutes.setAccessibleText("How long the alarms are watched after the last resource");
        minutes.getItems().setAll(OFFERED);
        minutes.setConverter(new StringConverter<>() {
            @Override
            public String toString(Duration time) {
                return time == null ? "" : words(time);
            }

            @Override
            public Duration fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        minutes.setValue(chosen);
        minutes.valueProperty().addListener((observed, before, now) -> onChoice.accept(now));
        return minutes;
    }

    private static String words(Duration time) {
        return time.isZero() ? "while it runs" : "and %d min after".formatted(time.toMinutes());
    }

    private static List<Label> sentences(@Nullable Duration chosen, List<RollbackTriggers> stacks) {
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
