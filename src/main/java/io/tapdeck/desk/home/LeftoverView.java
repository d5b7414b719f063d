package io.tapdeck.desk.home;

import io.tapdeck.deploy.Leftover;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Something that is left of an environment: what it is, what it costs to leave it, and the one button that deals with it. */
final class LeftoverView extends VBox {
    private static final double GAP = 12;

    LeftoverView(Leftover left, Instant now, Columns columns, RowActions actions) {
        getStyleClass().add("td-row");
        Label name = Texts.mono11(left.name(), "td-muted");
        // A stack of a seed may have any name; the longest give way to the region and are whole in their tooltip.
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(left.name()));
        HBox what = new HBox(GAP, kind(left.kind()), name);
        what.setAlignment(Pos.CENTER_LEFT);
        double before = columns.state() + columns.blueprint() + columns.account();
        HBox cells = new HBox(
                fixed(Texts.name(left.environment().suffix().value()), columns.environment()),
                fixed(what, before),
                fixed(Texts.mono11(left.region(), "td-muted"), columns.region()),
                fixed(new Region(), columns.alarms() + columns.line()),
                Texts.cell(TimeText.ago(left.since(), now), "td-muted"));
        cells.setAlignment(Pos.CENTER_LEFT);
        cells.setMinHeight(EnvironmentList.ROW);
        cells.setMaxHeight(EnvironmentList.ROW);
        Label words = Texts.paragraph(left.words(), "td-muted");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox sentence = new HBox(16, words);
        button(left, actions).ifPresent(sentence.getChildren()::add);
        sentence.setAlignment(Pos.CENTER_LEFT);
        sentence.setPadding(new Insets(0, 0, 6, columns.environment()));
        sentence.setMinHeight(SentenceView.HEIGHT);
        sentence.setMaxHeight(SentenceView.HEIGHT);
        getChildren().addAll(cells, sentence);
    }

    /** What it is, in a word or two. */
    static String word(Leftover.Kind kind) {
        return switch (kind) {
            case SHELL -> "Empty stack";
            case PART -> "Stack left behind";
            case SEED -> "Stack of the original code";
            case SNAPSHOT -> "Snapshot";
        };
    }

    private static Node kind(Leftover.Kind kind) {
        HBox words = new HBox(6, icon(kind).view("td-muted"), Texts.cell(word(kind)));
        words.setAlignment(Pos.CENTER_LEFT);
        return words;
    }

    private static Icons icon(Leftover.Kind kind) {
        return switch (kind) {
            case SHELL -> Icons.WAITING;
            case PART -> Icons.RESOURCE;
            case SEED -> Icons.CLOUD;
            case SNAPSHOT -> Icons.BACKUP;
        };
    }

    private static Optional<Button> button(Leftover left, RowActions actions) {
        if (!actions.mayDeal(left)) {
            return Optional.empty();
        }
        Runnable deal = () -> actions.deal(left);
        return switch (left.kind()) {
            case SHELL -> Optional.of(Buttons.secondary("Delete the empty stack", Icons.DESTROY, deal));
            case PART -> Optional.of(Buttons.secondary("Destroy…", Icons.DESTROY, deal));
            case SNAPSHOT -> Optional.of(Buttons.secondary("Make it again…", Icons.BACKUP, deal));
            case SEED ->
                Optional.of(Buttons.secondary("Adopt…", Icons.CHANGE, deal)).filter(button -> actions.adoptable(left));
        };
    }

    private static HBox fixed(Node content, double width) {
        HBox cell = new HBox(content);
        cell.setAlignment(Pos.CENTER_LEFT);
        cell.setMinWidth(width);
        cell.setPrefWidth(width);
        cell.setMaxWidth(width);
        return cell;
    }
}
