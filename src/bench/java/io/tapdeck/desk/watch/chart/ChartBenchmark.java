package io.tapdeck.desk.watch.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.Frames;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.environment.MissingData;
import io.tapdeck.monitor.backtest.BackTest;
import io.tapdeck.monitor.backtest.BackTestResult;
import io.tapdeck.monitor.backtest.BackTestRule;
import io.tapdeck.monitor.backtest.Comparison;
import io.tapdeck.monitor.backtest.History;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Prints how fluid charts are: ours, ChartFX and JavaFX's LineChart in one run. Figures, not assertions. */
@Tag("bench")
@ExtendWith(Headless.class)
class ChartBenchmark {
    private static final int SERIES = 4;
    private static final int WIDE = 1000;
    private static final int HIGH = 500;
    private static final int[] SIZES = {180, 1_440, 21_600, 100_000};

    @Test
    void appends(Screen screen) {
        compare(screen, "1 append/s", ChartBenchmark::appending);
    }

    @Test
    void pans(Screen screen) {
        compare(screen, "panning", ChartBenchmark::panning);
    }

    /** All charts do the same, each after the others, so that what else the machine does is shared by them. */
    private static void compare(Screen screen, String what, BiFunction<Screen, List<ChartRival>, Frames.Figures> does) {
        for (int points : SIZES) {
            compare(screen, what, does, 1, points);
        }
        compare(screen, what, does, 12, 1_440);
        assertThat(screen.scene()).isNotNull();
    }

    private static void compare(
            Screen screen,
            String what,
            BiFunction<Screen, List<ChartRival>, Frames.Figures> does,
            int charts,
            int points) {
        String each = "%d x 4 x %,d points, %s".formatted(charts, points, what);
        print(each, "Tapdeck", does.apply(screen, ours(charts, points)));
        print(each, "ChartFX", does.apply(screen, rivals(charts, points, ChartFxRival::new)));
        print(each, "LineChart", does.apply(screen, rivals(charts, points, LineChartRival::new)));
    }

    @Test
    void drags(Screen screen) {
        print("1 x 21,600 points, dragging, back-test on", "Tapdeck", dragging(screen, 21_600));
        assertThat(screen.scene()).isNotNull();
    }

    @Test
    void heapOfTwelveCharts(Screen screen) {
        double empty = heap(screen, new TilePane());
        List<ChartRival> charts = ours(12, 1_440);
        double full = heap(screen, pane(charts));
        System.out.printf(
                "charts: heap of 12 x 4 x 1,440 points: %.1f MB (whole heap in use: %.1f MB)%n", full - empty, full);
        assertThat(charts).hasSize(12);
    }

    private static double heap(Screen screen, Parent shown) {
        screen.show(Theme.Choice.DARK, () -> shown);
        Frames.measure(Duration.ofSeconds(1), frame -> {});
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_048_576.0;
    }

    private static void print(String what, String chart, Frames.Figures figures) {
        System.out.printf(
                "charts: %-42s %-9s %6.1f fps, p95 %7.1f ms, %6.1f ms of processor a frame, load %.1f%n",
                what,
                chart,
                figures.perSecond(),
                figures.p95Millis(),
                figures.cpuMillis(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static List<ChartRival> ours(int charts, int points) {
        TimeWindow window = GrowingLoad.window(points);
        List<ChartRival> all = new ArrayList<>();
        for (int chart = 0; chart < charts; chart++) {
            boolean leads = chart == 0;
            all.add(Screen.call(() -> new OurChart(window, new GrowingLoad(SERIES, points), leads)));
        }
        return all;
    }

    private static List<ChartRival> rivals(int charts, int points, Function<GrowingLoad, ChartRival> rival) {
        List<ChartRival> all = new ArrayList<>();
        for (int chart = 0; chart < charts; chart++) {
            all.add(Screen.call(() -> rival.apply(new GrowingLoad(SERIES, points))));
        }
        return all;
    }

    /** One chart fills its half of the screen, twelve a third of the width each. */
    private static TilePane pane(List<ChartRival> charts) {
        TilePane pane = new TilePane();
        pane.setPrefColumns(charts.size() == 1 ? 1 : 3);
        for (ChartRival chart : charts) {
            Region region = chart.region();
            region.setPrefSize(charts.size() == 1 ? WIDE : WIDE / 3.0, charts.size() == 1 ? HIGH : WIDE / 4.0);
            pane.getChildren().add(region);
        }
        return pane;
    }

    private static Frames.Figures appending(Screen screen, List<ChartRival> charts) {
        screen.show(Theme.Choice.DARK, () -> pane(charts));
        return Frames.measure(Frames.LONG, frame -> {
            if (frame.second()) {
                charts.forEach(ChartRival::append);
            }
        });
    }

    private static Frames.Figures panning(Screen screen, List<ChartRival> charts) {
        screen.show(Theme.Choice.DARK, () -> pane(charts));
        return Frames.measure(
                Frames.LONG, frame -> charts.forEach(chart -> chart.pan(frame.number() % 120 < 60 ? -1 : 1)));
    }

    private static Frames.Figures dragging(Screen screen, int points) {
        GrowingLoad load = new GrowingLoad(1, points);
        TimeWindow window = GrowingLoad.window(points);
        OurChart shown = Screen.call(() -> new OurChart(window, load, true));
        MetricChart chart = shown.region();
        DoubleFunction<List<AlarmSpan>> backTest = backTest(load);
        screen.show(Theme.Choice.DARK, () -> pane(List.of(shown)));
        Screen.onFx(() -> {
            ChartData data = Objects.requireNonNull(chart.data()).withThresholds(List.of(Threshold.of(60)));
            chart.show(data);
            chart.tune(new ThresholdDrag(
                    0.1, 1, 100, value -> chart.show(data.withSpans(backTest.apply(value))), value -> {}, () -> {}));
        });
        Screen.settle();
        Plot plot = Objects.requireNonNull(Screen.call(chart::plot));
        Screen.onFx(() -> mouse(chart, MouseEvent.MOUSE_PRESSED, plot.y(60)));
        Frames.Figures figures = Frames.measure(Frames.LONG, frame -> {
            double part = (1 + Math.sin(frame.number() / 20.0)) / 2;
            mouse(chart, MouseEvent.MOUSE_DRAGGED, plot.y(30 + 50 * part));
        });
        Screen.onFx(() -> mouse(chart, MouseEvent.MOUSE_RELEASED, plot.y(60)));
        return figures;
    }

    private static DoubleFunction<List<AlarmSpan>> backTest(GrowingLoad load) {
        BackTest test = BackTest.of(
                History.of(load.series(0), load.start(), load.end()),
                new BackTestRule(
                        Comparison.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                        2,
                        2,
                        300,
                        MissingData.NOT_BREACHING,
                        "Average",
                        false,
                        false));
        return threshold -> {
            List<AlarmSpan> spans = new ArrayList<>();
            for (BackTestResult.Episode episode : test.at(threshold).episodes()) {
                spans.add(new AlarmSpan(episode.from(), episode.to(), spans.size() + 1));
            }
            return spans;
        };
    }

    private static void mouse(MetricChart chart, javafx.event.EventType<MouseEvent> type, double y) {
        Event.fireEvent(
                chart,
                new MouseEvent(
                        type,
                        300,
                        y,
                        300,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }
}
