package io.tapdeck.desk.watch.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Screen;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two charts of one window, under mouse, touch pad and keyboard. */
@ExtendWith({Headless.class, FxWatchdog.class})
class MetricChartTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final TimeWindow window = new TimeWindow(Loads.START, Loads.END, ZoneOffset.UTC);
    private final List<Double> moving = new ArrayList<>();
    private final List<Double> released = new ArrayList<>();
    private final List<MetricChart> charts = new ArrayList<>();

    private void show(Screen screen) {
        screen.show(Theme.Choice.DARK, 800, 600, () -> {
            VBox box = new VBox(12);
            for (int place = 0; place < 2; place++) {
                MetricChart chart = new MetricChart(window);
                VBox.setVgrow(chart, Priority.ALWAYS);
                chart.show(ChartData.of("ACU utilization", "%", ChartSeries.of("load", Loads.week(place)))
                        .withThresholds(List.of(Threshold.of(80))));
                charts.add(chart);
                box.getChildren().add(chart);
            }
            charts.getFirst().tune(new ThresholdDrag(1, 1, 100, moving::add, released::add, () -> {}));
            box.addEventHandler(KeyEvent.KEY_PRESSED, event -> ChartKeys.press(event, window));
            return box;
        });
    }

    private Plot plot(int chart) {
        return Objects.requireNonNull(Screen.call(() -> charts.get(chart).plot()));
    }

    private void moveTo(Screen screen, double x, double y) {
        Node chart = charts.getFirst();
        screen.robot().moveTo(Screen.call(() -> chart.localToScreen(x, y)));
        Screen.settle();
    }

    private double lineY() {
        return plot(0).y(80);
    }

    private Node handle(Screen screen) {
        return screen.find(".td-threshold-handle");
    }

    @Test
    void theCrosshairIsSharedAndLeavesWithThePointer(Screen screen) {
        show(screen);
        Plot plot = plot(0);
        double x = plot.left() + plot.width() / 2;
        moveTo(screen, x, plot.top() + 20);
        Instant middle = Loads.START.plus(WEEK.dividedBy(2));
        assertThat(Duration.between(middle, window.crosshairProperty().get()).abs())
                .isLessThan(Duration.ofMinutes(20));
        int there = colour(charts.get(1), x, plot.top() + 30);
        moveTo(screen, plot.left() + 80, plot.top() + 20);
        assertThat(colour(charts.get(1), x, plot.top() + 30)).isNotEqualTo(there);
        moveTo(screen, plot.left() + 80, -2000);
        Screen.onFx(() -> Event.fireEvent(
                charts.getFirst(),
                new javafx.scene.input.MouseEvent(
                        javafx.scene.input.MouseEvent.MOUSE_EXITED,
                        0,
                        0,
                        0,
                        0,
                        javafx.scene.input.MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null)));
        assertThat(window.crosshairProperty().get()).isNull();
    }

    /** The darkest pixel of three around a place, so that a line of one pixel is met. */
    private static int colour(MetricChart chart, double x, double y) {
        return Screen.call(() -> {
            var pixels = chart.snapshot(null, null).getPixelReader();
            int darkest = 0xffffff;
            for (int beside = -1; beside <= 1; beside++) {
                darkest = Math.min(darkest, pixels.getArgb((int) x + beside, (int) y) & 0xffffff);
            }
            return darkest;
        });
    }

    @Test
    void aDragPansAllChartsButNeverPastNow(Screen screen) {
        show(screen);
        Plot plot = plot(0);
        moveTo(screen, plot.left() + 200, plot.bottom() - 20);
        screen.robot().drag(javafx.scene.input.MouseButton.PRIMARY);
        moveTo(screen, plot.left() + 300, plot.bottom() - 20);
        Duration by = Duration.between(window.span().start(), Loads.START);
        assertThat(by.toMillis()).isCloseTo(Math.round(100 * plot.time().millisPerPixel()), within(2000));
        assertThat(plot(1).time().start())
                .isEqualTo(plot(0).time().start())
                .isEqualTo(window.span().start());
        moveTo(screen, plot.left() + 100, plot.bottom() - 20);
        screen.robot().drop();
        assertThat(window.span().end()).isEqualTo(Loads.END);
    }

    private static org.assertj.core.data.Offset<Long> within(long millis) {
        return org.assertj.core.data.Offset.offset(millis);
    }

    @Test
    void theWheelZoomsAtThePointerAndADoubleClickPutsBack(Screen screen) {
        show(screen);
        Plot plot = plot(0);
        double x = plot.left() + plot.width() / 4;
        Instant under = plot.at(x);
        scroll(x, 0, 40);
        assertThat(window.span().length()).isLessThan(WEEK);
        assertThat(Duration.between(under, plot(0).at(x)).abs()).isLessThan(Duration.ofMinutes(2));
        scroll(x, 0, -400);
        assertThat(window.span().length()).isGreaterThan(WEEK);
        assertThat(window.span().end()).isEqualTo(Loads.END);
        moveTo(screen, x, plot.bottom() - 20);
        screen.robot().doubleClickOn(javafx.scene.input.MouseButton.PRIMARY);
        Screen.settle();
        assertThat(window.moved()).isFalse();
    }

    @Test
    void theZoomEndsAtAnHourAndAtFifteenMonths(Screen screen) {
        show(screen);
        scroll(300, 0, 4000);
        assertThat(window.span().length()).isEqualTo(TimeWindow.LEAST);
        scroll(300, 0, -8000);
        assertThat(window.span().length()).isEqualTo(TimeWindow.MOST);
    }

    @Test
    void twoFingersSidewaysPanAndAPinchZooms(Screen screen) {
        show(screen);
        Plot plot = plot(0);
        scroll(300, 50, 3);
        assertThat(window.span().length()).isEqualTo(WEEK);
        assertThat(Duration.between(window.span().start(), Loads.START).toMillis())
                .isCloseTo(Math.round(50 * plot.time().millisPerPixel()), within(2000));
        Screen.onFx(() -> Event.fireEvent(
                charts.getFirst(),
                new ZoomEvent(
                        ZoomEvent.ZOOM, 300, 100, 300, 100, false, false, false, false, true, false, 2, 2, null)));
        assertThat(window.span().length()).isEqualTo(WEEK.dividedBy(2));
    }

    private void scroll(double x, double deltaX, double deltaY) {
        Screen.onFx(() -> Event.fireEvent(
                charts.getFirst(),
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        100,
                        x,
                        100,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        deltaX,
                        deltaY,
                        deltaX,
                        deltaY,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null)));
        Screen.settle();
    }

    @Test
    void controlAndTheArrowsPanAndZoomAndZeroPutsBack(Screen screen) {
        show(screen);
        Screen.onFx(() -> charts.getFirst().focusHandle());
        screen.press(KeyCode.CONTROL, KeyCode.LEFT);
        assertThat(window.span().start()).isEqualTo(Loads.START.minus(WEEK.dividedBy(4)));
        screen.press(KeyCode.CONTROL, KeyCode.RIGHT);
        assertThat(window.span().start()).isEqualTo(Loads.START);
        screen.press(KeyCode.CONTROL, KeyCode.UP);
        assertThat(window.span().length()).isEqualTo(WEEK.dividedBy(2));
        screen.press(KeyCode.CONTROL, KeyCode.DOWN);
        assertThat(window.span().length()).isEqualTo(WEEK);
        screen.press(KeyCode.CONTROL, KeyCode.LEFT);
        screen.press(KeyCode.DIGIT0);
        assertThat(window.moved()).isFalse();
    }

    @Test
    void theThresholdIsDraggedAndTellsWhileItMovesAndWhereItWasLeft(Screen screen) {
        show(screen);
        double x = plot(0).left() + 300;
        moveTo(screen, x, lineY());
        screen.robot().drag(javafx.scene.input.MouseButton.PRIMARY);
        moveTo(screen, x, plot(0).y(76));
        assertThat(released).isEmpty();
        moveTo(screen, x, plot(0).y(72));
        screen.robot().drop();
        Screen.settle();
        assertThat(moving).isNotEmpty().last().isEqualTo(72.0);
        assertThat(moving).allMatch(value -> value == Math.rint(value));
        assertThat(released).containsExactly(72.0);
        assertThat(window.moved()).isFalse();
        assertThat(handle(screen).getAccessibleText()).isEqualTo("Threshold of ACU utilization, 72 %");
    }

    @Test
    void theArrowKeysMoveTheThresholdByOneAndWithShiftByFive(Screen screen) {
        show(screen);
        Screen.onFx(() -> charts.getFirst().focusHandle());
        screen.press(KeyCode.DOWN);
        screen.press(KeyCode.SHIFT, KeyCode.DOWN);
        screen.press(KeyCode.UP);
        assertThat(moving).containsExactly(79.0, 74.0, 75.0);
        assertThat(released).containsExactly(79.0, 74.0, 75.0);
    }

    @Test
    void theThresholdStaysWithinItsLimits(Screen screen) {
        show(screen);
        Screen.onFx(() -> {
            charts.getFirst().tune(new ThresholdDrag(1, 1, 82, moving::add, released::add, () -> {}));
            charts.getFirst().focusHandle();
        });
        screen.press(KeyCode.SHIFT, KeyCode.UP);
        assertThat(moving).containsExactly(82.0);
    }

    @Test
    void putBackMeansTheAlarmsOwnThreshold(Screen screen) {
        show(screen);
        Screen.onFx(() -> charts.getFirst().propose(60));
        Screen.settle();
        assertThat(handle(screen).getAccessibleText()).endsWith("60 %");
        Screen.onFx(() -> charts.getFirst().propose(Double.NaN));
        Screen.settle();
        assertThat(handle(screen).getAccessibleText()).endsWith("80 %");
        assertThat(moving).isEmpty();
    }

    @Test
    void aChartWhoseThresholdIsFixedHasNoGripAndPansInstead(Screen screen) {
        show(screen);
        Screen.onFx(() -> charts.getFirst().tune(null));
        Screen.settle();
        assertThat(Screen.call(() -> handle(screen).isVisible())).isFalse();
        moveTo(screen, plot(0).left() + 200, lineY());
        screen.robot().drag(javafx.scene.input.MouseButton.PRIMARY);
        moveTo(screen, plot(0).left() + 300, lineY());
        screen.robot().drop();
        assertThat(window.moved()).isTrue();
        assertThat(moving).isEmpty();
    }
}
