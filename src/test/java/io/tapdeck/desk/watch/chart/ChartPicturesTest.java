package io.tapdeck.desk.watch.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.monitor.AlarmState.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Charts to be put beside pictures 08 and 09 of the look. */
@ExtendWith({Headless.class, FxWatchdog.class})
class ChartPicturesTest {
    private final TimeWindow window = new TimeWindow(Loads.START, Loads.END, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void tuning(Theme.Choice theme, Screen screen) {
        Scene scene = Screen.call(() -> {
            MetricChart chart = new MetricChart(window);
            chart.show(ChartData.of("ACU utilization", "%", ChartSeries.of("utilization", Loads.week(0)))
                    .withThresholds(List.of(Threshold.of(80)))
                    .withAlarm(List.of(new AlarmBand.Segment(Loads.START, Loads.END, State.OK)), List.of())
                    .withSpans(List.of(
                            span("2026-11-16T10:50:00Z", "2026-11-16T11:05:00Z", 1),
                            span("2026-11-18T10:50:00Z", "2026-11-18T11:06:00Z", 2),
                            span("2026-11-19T10:50:00Z", "2026-11-19T11:00:00Z", 3))));
            chart.tune(new ThresholdDrag(1, 1, 100, value -> {}, value -> {}, () -> {}));
            chart.propose(72);
            VBox card = new VBox(4, Texts.name("3 times, 41 minutes"), Texts.cell("at 80 %: not once", "td-muted"));
            card.getStyleClass().add("td-call-out");
            chart.callOut(card);
            return scene(chart, theme, 844, 460);
        });
        Pictures.save(scene, "chart-tune-" + theme.key());
        assertThat(Screen.call(
                        () -> scene.getRoot().lookup(".td-threshold-handle").isVisible()))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void writerAndReaderBesideTheCluster(Theme.Choice theme, Screen screen) {
        Scene scene = Screen.call(() -> {
            window.zoom(0.2, Instant.parse("2026-11-19T12:00:00Z"));
            window.crosshairProperty().set(Instant.parse("2026-11-19T09:00:00Z"));
            window.toggleUtc();
            MetricChart chart = new MetricChart(window);
            chart.show(new ChartData(
                    "CPU",
                    "%",
                    List.of(
                            ChartSeries.of("cluster", Loads.week(0)),
                            ChartSeries.of("writer", Loads.week(9)),
                            ChartSeries.of("reader", Loads.week(-8))),
                    List.of(Threshold.of(70), new Threshold(45, "warning")),
                    List.of(
                            new AlarmBand.Segment(Loads.START, Instant.parse("2026-11-19T10:00:00Z"), State.OK),
                            new AlarmBand.Segment(
                                    Instant.parse("2026-11-19T10:00:00Z"),
                                    Instant.parse("2026-11-19T12:00:00Z"),
                                    State.ALARM),
                            new AlarmBand.Segment(
                                    Instant.parse("2026-11-19T12:00:00Z"), Loads.END, State.INSUFFICIENT_DATA)),
                    List.of(),
                    List.of()));
            chart.labelled(true);
            return scene(chart, theme, 567, 245);
        });
        Pictures.save(scene, "chart-several-" + theme.key());
        assertThat(Screen.call(() -> scene.getRoot().lookup(".td-drawing").getAccessibleText()))
                .startsWith("CPU: ");
    }

    private static AlarmSpan span(String from, String to, int number) {
        return new AlarmSpan(Instant.parse(from), Instant.parse(to), number);
    }

    private static Scene scene(MetricChart chart, Theme.Choice theme, int width, int height) {
        VBox card = new VBox(chart);
        VBox.setVgrow(chart, javafx.scene.layout.Priority.ALWAYS);
        card.getStyleClass().addAll("td-card", "td-chart-card");
        Scene scene = new Scene(card, width, height);
        new Theme(theme).dress(scene);
        return scene;
    }
}
