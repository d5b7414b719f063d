package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.Thirds;
import io.tapdeck.desk.common.TimeText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Why it failed: AWS's words, what they mean, what can be done. */
public final class RootCauseCard extends VBox {
    private final RootCause cause;
    private final RemedyActions actions;
    private final Button copy = Buttons.flat("Copy", Icons.COPY, this::copy);
    private final List<Optional<Button>> buttons = new ArrayList<>();

    /**
     * A card.
     *
     * @param displayName the resource that failed first
     * @param events how many events the operation has; 0 if they are not counted
     * @param actions what its remedies do here
     */
    public RootCauseCard(RootCause cause, String displayName, int events, ZoneId zone, RemedyActions actions) {
        this.cause = cause;
        this.actions = actions;
        getStyleClass().add("td-root-cause");
        Label title = Texts.name("Root cause", "td-danger");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        String code = cause.errorCode() == null ? "" : cause.errorCode() + ", ";
        String number = events == 0 ? "" : ", event %d of %d".formatted(cause.eventNumber(), events);
        String place = code + TimeText.second(cause.at(), zone) + number;
        HBox head = new HBox(
                8,
                Icons.PROBLEM_FILLED.view("td-danger"),
                title,
                Texts.mono(displayName),
                Texts.mono11(cause.resourceType(), "td-muted"),
                space,
                Texts.number(place, "td-number-small", "td-muted"),
                copy);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("td-root-cause-head");
        Thirds columns = new Thirds()
                .with("AWS says", Texts.paragraph(cause.reason(), "td-mono-11"))
                .with("What it means", Texts.paragraph(cause.meaning()))
                .with("What can be done", remedies());
        getChildren().addAll(head, columns);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    private VBox remedies() {
        VBox list = new VBox(8);
        boolean primary = actions.primary();
        for (Remedy remedy : cause.remedies()) {
            int number = buttons.size() + 1;
            Label ordinal = Texts.number(number + ".", "td-muted");
            VBox said = new VBox(4);
            Optional<RemedyActions.Doable> doable = actions.of(remedy);
            String sentence =
                    doable.map(button -> button.beside(remedy.words())).orElse(remedy.words());
            if (!sentence.isEmpty()) {
                said.getChildren().add(Texts.paragraph(sentence));
            }
            if (doable.isPresent()) {
                Button button = button(doable.get(), primary);
                button.setTooltip(new Tooltip("Alt " + number));
                button.setAccessibleHelp(remedy.words());
                said.getChildren().add(button);
                primary = false;
                buttons.add(Optional.of(button));
            } else {
                buttons.add(Optional.empty());
            }
            HBox line = new HBox(6, ordinal, said);
            HBox.setHgrow(said, Priority.ALWAYS);
            list.getChildren().add(line);
        }
        if (cause.remedies().isEmpty()) {
            list.getChildren().add(Texts.paragraph("Read AWS's words, mend what they name, and deploy again."));
        }
        return list;
    }

    private static Button button(RemedyActions.Doable doable, boolean primary) {
        return primary
                ? Buttons.primary(doable.verb(), doable.icon(), doable.action())
                : Buttons.secondary(doable.verb(), doable.icon(), doable.action());
    }

    /** Does the first remedy that can be done here; false if none can. */
    public boolean first() {
        Optional<Button> first = buttons.stream().flatMap(Optional::stream).findFirst();
        first.ifPresent(Button::fire);
        return first.isPresent();
    }

    /** The key that chooses a remedy by its number, such as "Alt 1–3"; empty where none can be done here. */
    public Optional<String> key() {
        int last = 0;
        for (int number = 1; number <= buttons.size(); number++) {
            last = buttons.get(number - 1).isPresent() ? number : last;
        }
        return last == 0 ? Optional.empty() : Optional.of(last == 1 ? "Alt 1" : "Alt 1–" + last);
    }

    /** Does the remedy of a number, from 1, if it can be done here; false if there is none of that number. */
    public boolean choose(int number) {
        if (number < 1 || number > buttons.size()) {
            return false;
        }
        buttons.get(number - 1).ifPresent(Button::fire);
        return true;
    }

    /** Puts the whole cause on the clipboard. */
    public void copy() {
        ClipboardContent text = new ClipboardContent();
        text.putString("%s %s %s%n%s%n%s"
                .formatted(cause.logicalId(), cause.resourceType(), cause.status(), cause.reason(), cause.meaning()));
        Clipboard.getSystemClipboard().setContent(text);
        copy.setText("Copied.");
    }
}
