package io.tapdeck.desk.alarms;

import io.tapdeck.desk.alarms.AlarmEntry.Part;
import io.tapdeck.desk.common.AccountName;
import io.tapdeck.desk.common.AcknowledgeLine;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Tag;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A row of the page of alarms: what, where, since when and by which rule; below, why, and who has seen it. */
final class AlarmCell extends ListCell<AlarmEntry> {
    /** A row's height. */
    static final double HEIGHT = 50;

    private static final double INDENT = 26;
    private static final double WHERE = 280;
    private static final double MARGINS = 92;
    /** Generous width of a character of the second line. */
    private static final double CHARACTER = 6.6;

    private final ListView<AlarmEntry> list;
    private final AlarmsPage page;
    private final ZoneId zone;

    AlarmCell(ListView<AlarmEntry> list, AlarmsPage page, ZoneId zone) {
        this.list = list;
        this.page = page;
        this.zone = zone;
        setPrefWidth(0);
        list.widthProperty().addListener((observed, before, now) -> updateItem(getItem(), isEmpty()));
    }

    @Override
    protected void updateItem(@Nullable AlarmEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        Instant now = page.now(entry);
        Label title = Texts.name(entry.title());
        HBox name = new HBox(8, title, state(entry));
        if (page.untold(entry)) {
            name.getChildren().add(new Tag("not told", Icons.ACTIONS_OFF, ""));
        }
        name.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox first = new HBox(
                8, glyph(entry), name, spacer, where(entry), sized(Texts.number(when(entry, now)), 190), rule(entry));
        first.setAlignment(Pos.CENTER_LEFT);
        String seen = entry.seen() == null ? "" : AcknowledgeLine.words(entry.seen(), now, zone);
        Label who = Texts.cell(fitting(seen, room() / 2), "td-muted");
        if (entry.seen() != null) {
            who.setGraphic(Icons.LOOK.view("td-muted"));
        }
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Region indent = new Region();
        indent.setMinWidth(INDENT - 8);
        HBox second = new HBox(
                8,
                indent,
                Texts.cell(fitting(entry.reason(), room() - who.getText().length()), "td-muted"),
                between,
                who);
        second.setAlignment(Pos.CENTER_LEFT);
        VBox row = new VBox(4, first, second);
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(row);
        setTooltip(new Tooltip(entry.words() + (seen.isEmpty() ? "" : "\n" + seen)));
        setAccessibleText("%s, %s of %s, %s. %s %s"
                .formatted(
                        entry.part().title(),
                        entry.title(),
                        entry.row().suffix(),
                        when(entry, now),
                        entry.reason(),
                        seen));
    }

    private Node where(AlarmEntry entry) {
        HBox where = new HBox(6, Texts.cell(entry.row().suffix()));
        if (page.mode().muted(entry.row().key())) {
            where.getChildren().add(Icons.ACTIONS_OFF.view("td-muted"));
        }
        where.getChildren()
                .addAll(
                        new AccountName(page.accounts(), entry.row().session().account(), false),
                        Texts.mono11(
                                entry.row().session().accountText() + " · "
                                        + entry.row().key().region(),
                                "td-muted"));
        where.setAlignment(Pos.CENTER_LEFT);
        where.setMinWidth(WHERE);
        where.setMaxWidth(WHERE);
        return where;
    }

    private static Node glyph(AlarmEntry entry) {
        Node glyph = switch (entry.part()) {
            case ON -> Icons.ALARM.view("td-danger");
            case WAITING -> Icons.WAITING.view("td-muted");
            case ENDED -> Icons.OK.view("td-success");
        };
        HBox place = new HBox(glyph);
        place.setAlignment(Pos.CENTER_LEFT);
        place.setMinWidth(INDENT - 8);
        return place;
    }

    private static Tag state(AlarmEntry entry) {
        return switch (entry.part()) {
            case ON -> new Tag("ALARM", null, "td-danger");
            case WAITING -> new Tag("INSUFFICIENT_DATA", null, "");
            case ENDED -> new Tag("ended", null, "td-success");
        };
    }

    private static Label rule(AlarmEntry entry) {
        return sized(
                Texts.number(
                        "%d of %d, %s"
                                .formatted(
                                        entry.alarm().datapointsToAlarm(),
                                        entry.alarm().evaluationPeriods(),
                                        TimeText.rough(
                                                Duration.ofSeconds(entry.alarm().periodSeconds()))),
                        "td-muted"),
                88);
    }

    private String when(AlarmEntry entry, Instant now) {
        String begun = TimeText.minute(entry.from(), now, zone);
        Instant to = entry.to();
        String length = TimeText.rough(Duration.between(entry.from(), to == null ? now : to));
        return entry.part() == Part.ENDED
                ? "%s, for %s".formatted(begun, length)
                : "since %s, %s".formatted(begun, length);
    }

    private int room() {
        return Math.max(24, (int) ((list.getWidth() - MARGINS) / CHARACTER));
    }

    /** As much as there is room for; the tooltip has all of it. */
    private static String fitting(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, Math.max(1, most - 1)).strip() + "…";
    }

    private static Label sized(Label label, double width) {
        label.setMinWidth(width);
        return label;
    }
}
