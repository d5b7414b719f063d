package io.tapdeck.desk.watch;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.watch.chart.AlarmBand;
import io.tapdeck.desk.watch.chart.AlarmBand.Segment;
import io.tapdeck.desk.watch.chart.StateStrip;
import io.tapdeck.desk.watch.chart.TimeWindow;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** When the alarms were not OK: a strip over the range, and a row for each time. */
final class AlarmHistory extends VBox {
    private static final double ROW = 24;
    private static final double REASON = 430;

    private final Blueprint blueprint;
    private final TimeWindow window;
    private final Label count = Texts.cell("", "td-muted");
    private final StateStrip strip = new StateStrip();
    private final VBox rows = new VBox();

    AlarmHistory(Blueprint blueprint, TimeWindow window) {
        super(8);
        this.blueprint = blueprint;
        this.window = window;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(
                8,
                Texts.name("Alarm history"),
                count,
                space,
                Texts.caption("kept on this computer, longer than AWS keeps it"));
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("td-history-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, strip, scroll);
    }

    void show(Watch watch, Range range, Instant now) {
        List<Episode> episodes = Episode.of(watch, blueprint);
        Duration shown = Duration.between(watch.start(), watch.end());
        count.setText(
                shown.equals(range.length())
                        ? WatchWords.count(episodes, range)
                        : WatchWords.count(episodes, TimeText.exact(shown)));
        strip.show(worst(watch), watch.start(), watch.end());
        strip.setAccessibleText("Alarms over the range: " + count.getText());
        rows.getChildren().setAll(episodes.stream().map(each -> row(each, now)).toList());
        if (episodes.isEmpty()) {
            rows.getChildren().setAll(Texts.cell(nothing(watch), "td-muted"));
        }
    }

    private static String nothing(Watch watch) {
        boolean waiting =
                watch.alarms().stream().anyMatch(alarm -> alarm.state() == AlarmState.State.INSUFFICIENT_DATA);
        return waiting
                ? "The alarms wait for the first data. That takes as long as their period."
                : "Every alarm was OK all the time.";
    }

    private static List<Segment> worst(Watch watch) {
        return WorstBand.of(watch.alarms().stream()
                .map(alarm -> AlarmBand.of(
                        watch.transitions().stream()
                                .filter(transition -> transition.alarmId().equals(alarm.alarmId()))
                                .toList(),
                        alarm,
                        watch.start(),
                        watch.end()))
                .toList());
    }

    void crosshair(@Nullable Instant at) {
        strip.crosshair(at);
    }

    private Node row(Episode episode, Instant now) {
        boolean alarm = episode.state() == AlarmState.State.ALARM;
        String began = WatchWords.time(episode.from(), now, window);
        Label time = sized(Texts.mono11(began, "td-muted"), window.zoneName().isEmpty() ? 96 : 124);
        Node glyph = alarm ? Icons.ALARM.view("td-danger") : Icons.UNKNOWN.view("td-muted");
        HBox title = new HBox(8, glyph, Texts.cell(episode.alarmTitle()));
        title.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(168);
        Label reason = Texts.cell(episode.reason(), "td-muted");
        // The reason is AWS's and may be long; its tooltip has all of it.
        reason.setMinWidth(0);
        reason.setMaxWidth(REASON);
        reason.setTextOverrun(OverrunStyle.WORD_ELLIPSIS);
        reason.setTooltip(new Tooltip(episode.reason()));
        reason.setPrefWidth(REASON);
        Label length = sized(Texts.number(WatchWords.length(episode, now)), 110);
        String word = alarm ? "ALARM" : "INSUFFICIENT_DATA";
        HBox row = new HBox(8, time, title, reason, length);
        row.setAccessibleText("%s %s %s, %s".formatted(time.getText(), episode.alarmTitle(), word, length.getText()));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(ROW);
        return row;
    }

    private static Label sized(Label label, double width) {
        label.setMinWidth(width);
        return label;
    }
}
