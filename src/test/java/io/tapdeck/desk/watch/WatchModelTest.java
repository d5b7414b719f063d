package io.tapdeck.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Presence;
import io.tapdeck.desk.kit.FakeMonitor;
import io.tapdeck.desk.kit.QueuedBackground;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.desk.kit.VirtualClock;
import io.tapdeck.desk.watch.chart.TimeWindow;
import io.tapdeck.monitor.MonitorException;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Resolution;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Series.Point;
import io.tapdeck.monitor.Watch;
import io.tapdeck.monitor.Watched;
import io.tapdeck.monitor.Window;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an environment's page asks, and which answer it shows. */
class WatchModelTest {
    private static final Instant NOW = VirtualClock.START;
    private static final int PIXELS = 1000;

    private final QueuedBackground background = new QueuedBackground();
    private final FakeMonitor monitor = new FakeMonitor();
    private final WatchModel model = new WatchModel(
            new Watched("000000000000", "us-east-1", "tapdeck-prod1", new TestDesk().aurora, List.of()),
            monitor,
            new VirtualClock(),
            background,
            new Presence(background));
    private final TimeWindow window = new TimeWindow(NOW.minus(Duration.ofHours(3)), NOW, ZoneOffset.UTC);

    @BeforeEach
    void everyAnswerIsOfWhatWasAsked() {
        monitor.watchAs((environment, range) -> watch(NOW.minus(range.length()), NOW, range.period()));
        monitor.windowAs((environment, asked) ->
                watch(asked.start(), asked.end(), asked.resolution().period()));
        model.follow(window, () -> PIXELS);
    }

    private static Watch watch(Instant start, Instant end, Duration period) {
        Series series = new Series("utilization", period, List.of(new Point(end.minus(period), 40)));
        return new Watch(end, start, end, List.of(series), List.of(), List.of());
    }

    private Duration shown() {
        Watch watch = Objects.requireNonNull(model.watchProperty().get());
        return Duration.between(watch.start(), watch.end());
    }

    @Test
    void anAnswerToTheRangeBeforeIsNotShownAsTheNewOne() {
        model.start();
        background.oldestFirst();
        assertThat(background.waiting()).as("3 hours are asked for").isEqualTo(1);
        model.range(Range.WEEK);
        background.newestFirst();
        background.oldestFirst();
        assertThat(shown()).isEqualTo(Range.WEEK.length());
        background.settle();
        assertThat(shown()).isEqualTo(Range.WEEK.length());
    }

    @Test
    void twoQuickRangesEndWithTheSecondEvenIfTheFirstIsReadLast() {
        model.start();
        background.settle();
        model.range(Range.MONTH);
        model.range(Range.WEEK);
        background.newestFirst();
        background.settle();
        assertThat(shown()).isEqualTo(Range.WEEK.length());
    }

    @Test
    void neverMoreThanOneQuestionIsOpen() {
        model.start();
        background.oldestFirst();
        model.ask();
        model.ask();
        assertThat(background.waiting()).isEqualTo(1);
    }

    @Test
    void aWindowThatWasPannedIsAskedForOnceItStandsStill() {
        model.start();
        background.settle();
        window.pan(Duration.ofHours(-2));
        window.pan(Duration.ofHours(-2));
        assertThat(background.waiting()).as("it still moves").isZero();
        background.tick();
        background.settle();
        assertThat(monitor.asked())
                .containsExactly(
                        new Window(NOW.minus(Duration.ofHours(7)), NOW.minus(Duration.ofHours(4)), Resolution.MINUTE));
        assertThat(model.watchProperty().get()).extracting(Watch::end).isEqualTo(NOW.minus(Duration.ofHours(4)));
        assertThat(model.home().end()).as("the range still ends now").isEqualTo(NOW);
    }

    @Test
    void whoZoomsIntoFifteenMonthsSeesMinutesAgain() {
        model.start();
        model.range(Range.YEAR);
        background.settle();
        window.home(model.home().start(), model.home().end());
        window.zoom(0.0005, NOW);
        background.tick();
        background.settle();
        assertThat(monitor.asked()).extracting(Window::resolution).containsExactly(Resolution.MINUTE);
    }

    @Test
    void backAtTheRangeTheRangeIsAskedForAgain() {
        model.start();
        background.settle();
        window.pan(Duration.ofHours(-2));
        background.tick();
        background.settle();
        window.back();
        background.tick();
        background.settle();
        assertThat(monitor.asked()).hasSize(1);
        assertThat(model.watchProperty().get()).extracting(Watch::end).isEqualTo(NOW);
    }

    @Test
    void anotherRangeIsAskedForAlthoughTheOneBeforeFailed() {
        model.start();
        background.oldestFirst();
        model.range(Range.WEEK);
        monitor.fail(new MonitorException("CloudWatch does not answer.", new IOException("refused")));
        background.oldestFirst();
        monitor.fail(null);
        background.settle();
        assertThat(model.failureProperty().get()).isEmpty();
        assertThat(shown()).isEqualTo(Range.WEEK.length());
    }
}
