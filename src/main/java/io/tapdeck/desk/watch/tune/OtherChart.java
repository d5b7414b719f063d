package io.tapdeck.desk.watch.tune;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.SparkLine;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.watch.chart.Amount;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Watch;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A chart that is not tuned: faded, but still there. */
final class OtherChart extends VBox {
    private static final double FADED = 0.62;
    private static final double LINE = 17;
    private static final double PADDING = 24;

    OtherChart(ChartDescription description, Watch watch) {
        super(8);
        getStyleClass().add("td-card");
        setOpacity(FADED);
        setMinWidth(0);
        Optional<AlarmState> alarm =
                description.alarmId() == null ? Optional.empty() : watch.alarm(description.alarmId());
        Optional<Series> series = watch.series(description.id());
        String unit = description.metric().unit();
        String value = series.filter(known -> !known.points().isEmpty())
                .map(known -> Amount.of(known.points().getLast().value(), unit))
                .orElse("no data");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, Texts.name(description.title()), Texts.number(value), space);
        head.setAlignment(Pos.CENTER_LEFT);
        alarm.ifPresent(state -> head.getChildren()
                .add(
                        switch (state.state()) {
                            case OK -> Icons.OK.view("td-success");
                            case ALARM -> Icons.ALARM.view("td-danger");
                            case INSUFFICIENT_DATA -> Icons.WAITING.view("td-muted");
                        }));
        Pane line = new Pane();
        line.setMinSize(0, LINE);
        line.setPrefHeight(LINE);
        getChildren().addAll(head, line);
        setAccessibleText(description.title() + ", " + value);
        boolean rings =
                alarm.filter(state -> state.state() == AlarmState.State.ALARM).isPresent();
        double threshold = rings ? alarm.get().threshold() : Double.NaN;
        series.ifPresent(known -> widthProperty().addListener((observed, before, now) -> {
            double width = now.doubleValue() - PADDING;
            if (width > LINE) {
                line.getChildren()
                        .setAll(new SparkLine(
                                known, watch.end(), Duration.between(watch.start(), watch.end()), width, threshold));
            }
        }));
    }
}
