package io.tapdeck.desk.journal;

import io.tapdeck.desk.common.Texts;
import io.tapdeck.store.JournalEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A line on screen: when, environment, what, who, and what became of it. */
final class JournalRow extends ListCell<JournalEntry> {
    /** A row's height. */
    static final double HEIGHT = 26;

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.UK);
    private static final double[] WIDTHS = {116, 104, 168, 100, 150};
    private static final double MARGINS = 64;
    /** Generous width of a character of the outcome's font. */
    private static final double CHARACTER = 6.4;
    /** Of a name in its column. */
    private static final int LETTERS = 24;

    private final ListView<JournalEntry> list;
    private final ZoneId zone;

    JournalRow(ListView<JournalEntry> list, ZoneId zone) {
        this.list = list;
        this.zone = zone;
        list.widthProperty().addListener((observed, before, now) -> updateItem(getItem(), isEmpty()));
    }

    /** The heads of the columns. */
    static HBox heads() {
        HBox heads = new HBox();
        String[] words = {"When", "Environment", "What", "Step", "Who"};
        for (int index = 0; index < words.length; index++) {
            heads.getChildren().add(column(Texts.caption(words[index]), index));
        }
        heads.getChildren().add(Texts.caption("Outcome"));
        heads.setAlignment(Pos.CENTER_LEFT);
        heads.getStyleClass().add("td-column-heads");
        return heads;
    }

    @Override
    protected void updateItem(@Nullable JournalEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        String when = WHEN.format(entry.at().atZone(zone));
        String what = JournalWords.call(entry);
        String kind = entry.kind().words();
        String caller = JournalWords.who(entry.caller());
        // Of a role's session, the name that tells persons apart; the tooltip has the whole ARN.
        String who = caller.substring(caller.lastIndexOf('/') + 1);
        String detail = JournalWords.detail(entry);
        HBox row = new HBox(
                column(Texts.number(when, "td-muted"), 0),
                column(Texts.name(fitting(entry.suffix(), 16)), 1),
                column(Texts.mono11(fitting(what, LETTERS)), 2),
                column(Texts.cell(kind, JournalWords.role(entry.kind())), 3),
                column(Texts.cell(fitting(who, LETTERS), "td-muted"), 4),
                Texts.cell(fitting(detail, room()), "td-muted"));
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(row);
        setTooltip(new Tooltip(JournalWords.whole(entry)));
        setAccessibleText("%s, %s, %s %s, %s, %s".formatted(when, entry.suffix(), what, kind, who, detail));
    }

    private int room() {
        double taken = MARGINS;
        for (double width : WIDTHS) {
            taken += width;
        }
        return Math.max(8, (int) ((list.getWidth() - taken) / CHARACTER));
    }

    /** As much as there is room for; the tooltip has all of it. */
    private static String fitting(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1).strip() + "…";
    }

    private static Node column(Label label, int index) {
        label.setMinWidth(WIDTHS[index]);
        return label;
    }
}
