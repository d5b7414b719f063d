package io.tapdeck.desk.watch.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Series.Point;
import io.tapdeck.monitor.Series.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A gap is where everything was read and nothing was there. */
class GapTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE = Duration.ofMinutes(5);

    private static Instant at(int minutes) {
        return NOON.plus(MINUTE.multipliedBy(minutes));
    }

    private static List<Point> points(int from, int to, int step) {
        List<Point> points = new ArrayList<>();
        for (int minute = from; minute < to; minute += step) {
            points.add(new Point(at(minute), 1));
        }
        return points;
    }

    private static List<Gap> gaps(List<Point> points, Stretch... read) {
        Series series = new Series("load", "", MINUTE, points, List.of(read));
        return Gap.of(ChartData.of("Load", "%", ChartSeries.of("load", series)), new TimeWindow.Span(at(0), at(180)));
    }

    @Test
    void whatWasNeverAskedForIsNoGap() {
        assertThat(gaps(points(60, 120, 1), new Stretch(at(60), at(120), MINUTE)))
                .isEmpty();
        assertThat(gaps(List.of())).isEmpty();
    }

    @Test
    void whatWasReadAndIsNotThereIsAGap() {
        assertThat(gaps(points(60, 180, 1), new Stretch(at(30), at(180), MINUTE)))
                .containsExactly(new Gap(at(30), at(60), true));
        List<Point> broken = points(0, 60, 1);
        broken.addAll(points(90, 180, 1));
        assertThat(gaps(broken, new Stretch(at(0), at(100), MINUTE), new Stretch(at(100), at(180), MINUTE)))
                .containsExactly(new Gap(at(59), at(90), false));
    }

    @Test
    void pointsThatAreCoarserThanWishedHaveNoGapsBetweenThem() {
        List<Point> mixed = points(0, 60, 5);
        mixed.addAll(points(60, 180, 1));
        assertThat(gaps(mixed, new Stretch(at(0), at(60), FIVE), new Stretch(at(60), at(180), MINUTE)))
                .isEmpty();
    }
}
