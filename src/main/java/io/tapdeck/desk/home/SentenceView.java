package io.tapdeck.desk.home;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.StateLook;
import io.tapdeck.desk.common.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** The sentence of a row and its button; away where the row has none. */
final class SentenceView extends HBox {
    /** Its height. */
    static final double HEIGHT = 34;

    private final Columns columns;
    private final RowActions actions;
    private final Text subject = Texts.run("", "td-label", "td-default");
    private final Text code = Texts.run("", "td-mono-small", "td-danger");
    private final Text text = Texts.run("", "td-cell", "td-muted");
    private final Slot button = new Slot();
    private @Nullable EnvironmentRow shown;

    SentenceView(Columns columns, RowActions actions) {
        super(16);
        this.columns = columns;
        this.actions = actions;
        TextFlow words = new TextFlow(subject, code, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(words, button);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(0, 0, 6, columns.environment()));
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    void show(EnvironmentRow row, Instant now) {
        shown = row;
        Optional<Attention> attention = Attention.of(row, now, ZoneId.systemDefault());
        setVisible(attention.isPresent());
        setManaged(attention.isPresent());
        if (attention.isEmpty()) {
            return;
        }
        say(subject, attention.get().subject());
        say(code, !columns.full() && row.look() == StateLook.STUCK ? row.state().name() : "");
        text.setText(attention.get().text());
        Kind kind = Kind.of(row.look());
        button.show(kind, () -> button(kind));
    }

    /** A text of nothing takes no part: in a flow, the first letter of the next one would look like it. */
    private static void say(Text part, String words) {
        part.setText(words.isEmpty() ? "" : words + "  ");
        part.setManaged(!words.isEmpty());
    }

    /** What the button leads to. */
    private enum Kind {
        FOLLOW,
        MEND,
        WATCH;

        static Kind of(StateLook look) {
            if (look.busy()) {
                return FOLLOW;
            }
            return look == StateLook.STUCK ? MEND : WATCH;
        }
    }

    private Node button(Kind kind) {
        return switch (kind) {
            case FOLLOW -> Buttons.secondary("Follow", Icons.DEPLOYMENTS, () -> row().ifPresent(actions::deployment));
            case MEND ->
                Buttons.secondary(
                        "See what can be done…", Icons.ROLLED_BACK, () -> row().ifPresent(actions::situation));
            case WATCH -> Buttons.secondary("Watch", Icons.WATCH, () -> row().ifPresent(actions::watch));
        };
    }

    private Optional<EnvironmentRow> row() {
        return Optional.ofNullable(shown);
    }
}
