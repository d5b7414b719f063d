package io.tapdeck.desk.watch.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Points, gaps, columns of pixels and breaches. */
class SeriesGeometryTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Instant at(int minute) {
        return START.plus(MINUTE.multipliedBy(minute));
    }

    private static TimeWindow.Span span(int from, int to) {
        return new TimeWindow.Span(at(from), at(to));
    }

    private static Series series(int... minutes) {
        List<Point> points = new ArrayList<>();
        for (int minute : minutes) {
            points.add(new Point(at(minute), minute));
        }
        return new Series("capacity", MINUTE, points);
    }

    private static Samples samples(int... minutes) {
        return Samples.of(series(minutes));
    }

    private static Samples samples(List<Double> values) {
        List<Point> points = new ArrayList<>();
        for (int minute = 0; minute < values.size(); minute++) {
            points.add(new Point(at(minute), values.get(minute)));
        }
        return Samples.of(new Series("capacity", MINUTE, points));
    }

    @Test
    void aMissingPeriodIsAGap() {
        assertThat(Gap.of(samples(0, 1, 2, 4, 5), span(0, 6))).containsExactly(new Gap(at(2), at(4), false));
    }

    @Test
    void aGapThatReachesBeyondTheWindowIsShadedToItsEdge() {
        assertThat(Gap.of(samples(0, 1, 10, 11), span(5, 11))).containsExactly(new Gap(at(5), at(10), false));
        assertThat(Gap.of(samples(0, 1, 10, 11), span(0, 5))).containsExactly(new Gap(at(1), at(5), false));
        assertThat(Gap.of(samples(0, 1, 30, 31), span(5, 20))).containsExactly(new Gap(at(5), at(20), false));
    }

    @Test
    void dataThatGoesOnBeyondTheWindowHasNoGapAtItsEdge() {
        assertThat(Gap.of(samples(0, 1, 2, 3, 4, 5), span(1, 3))).isEmpty();
    }

    @Test
    void nothingBeforeTheFirstPointIsAGapThatSaysSo() {
        assertThat(Gap.of(samples(30, 31), span(0, 32))).containsExactly(new Gap(at(0), at(30), true));
    }

    @Test
    void theNewestPointsMayBeOnTheirWay() {
        assertThat(Gap.of(samples(0, 1), span(0, 6))).isEmpty();
        assertThat(Gap.of(samples(0, 1), span(0, 9))).containsExactly(new Gap(at(1), at(9), false));
    }

    @Test
    void aRangeWithoutAnyPointIsOneGap() {
        assertThat(Gap.of(samples(), span(0, 60))).containsExactly(new Gap(at(0), at(60), true));
    }

    @Test
    void theNearestPointIsAtMostAPeriodAway() {
        Samples samples = samples(0, 1, 4);
        assertThat(samples.nearest(at(1).plusSeconds(20))).hasValue(1);
        assertThat(samples.nearest(at(3).plusSeconds(20))).hasValue(2);
        assertThat(samples.nearest(at(2).plusSeconds(20))).isEmpty();
        assertThat(samples.nearest(at(5))).hasValue(2);
        assertThat(samples.nearest(at(6))).isEmpty();
    }

    @Property(tries = 100)
    void columnsKeepEveryPeak(@ForAll @Size(min = 1, max = 400) List<@DoubleRange(min = 0, max = 100) Double> values) {
        Columns columns = new Columns(samples(values), MINUTE.toMillis() * 8.0);
        assertThat(columns.size()).isLessThanOrEqualTo(51);
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (int column = 0; column < columns.size(); column++) {
            most = Math.max(most, columns.most(column));
            least = Math.min(least, columns.least(column));
        }
        assertThat(most)
                .isEqualTo(values.stream().mapToDouble(value -> value).max().orElseThrow());
        assertThat(least)
                .isEqualTo(values.stream().mapToDouble(value -> value).min().orElseThrow());
    }

    @Property(tries = 100)
    void columnsThatFollowNewPointsAreThoseOfAllPoints(
            @ForAll @Size(min = 2, max = 300) List<@DoubleRange(min = 0, max = 100) Double> values,
            @ForAll @IntRange(min = 1, max = 299) int known) {
        Samples before = samples(values.subList(0, Math.min(known, values.size() - 1)));
        Columns grown = new Columns(before, 300_000);
        List<Point> all = new ArrayList<>();
        for (int minute = 0; minute < values.size(); minute++) {
            all.add(new Point(at(minute), values.get(minute)));
        }
        Samples after = before.growTo(new Series("capacity", MINUTE, all));
        assertThat(grown.serve(after, 300_000)).isTrue();
        grown.follow(after);
        Columns fresh = new Columns(after, 300_000);
        assertThat(grown.size()).isEqualTo(fresh.size());
        for (int column = 0; column < fresh.size(); column++) {
            assertThat(grown.x(column, 0)).isEqualTo(fresh.x(column, 0));
            assertThat(grown.least(column)).isEqualTo(fresh.least(column));
            assertThat(grown.most(column)).isEqualTo(fresh.most(column));
            assertThat(grown.last(column)).isEqualTo(fresh.last(column));
        }
    }

    @Test
    void aSeriesThatOnlyWentOnIsNotReadAgain() {
        Samples before = samples(0, 1, 2, 3, 4);
        Samples after = before.growTo(series(2, 3, 4, 5));
        assertThat(after.continues(before)).isTrue();
        assertThat(after.size()).isEqualTo(6);
        assertThat(before.size()).isEqualTo(5);
    }

    @Test
    void aSeriesWithAChangedValueIsReadAgain() {
        Samples before = samples(0, 1, 2, 3);
        Series changed =
                new Series("capacity", MINUTE, List.of(new Point(at(0), 0), new Point(at(1), 9), new Point(at(2), 2)));
        Samples after = before.growTo(changed);
        assertThat(after.continues(before)).isFalse();
        assertThat(after.value(1)).isEqualTo(9);
    }

    @Test
    void aBreachBeginsAndEndsWhereTheLineCrosses() {
        assertThat(breaches(
                        new TimeScale(at(0), at(20), 200),
                        50,
                        new Point(at(0), 0),
                        new Point(at(10), 100),
                        new Point(at(20), 0)))
                .containsExactly(new Breach(50, 150, 100, false));
    }

    @Test
    void aValueAtTheThresholdIsABreach() {
        assertThat(breaches(new TimeScale(at(0), at(20), 200), 50, new Point(at(0), 50), new Point(at(20), 50)))
                .hasSize(1);
    }

    @Test
    void aNarrowBreachIsDrawnEightWideWithAFlag() {
        Breach breach = breaches(
                        new TimeScale(at(0), at(1000), 200),
                        50,
                        new Point(at(9), 0),
                        new Point(at(10), 100),
                        new Point(at(11), 0))
                .getFirst();
        assertThat(breach.to() - breach.from()).isEqualTo(8);
        assertThat(breach.widened()).isTrue();
    }

    private static List<Breach> breaches(TimeScale scale, double threshold, Point... points) {
        Samples samples = Samples.of(new Series("capacity", MINUTE, List.of(points)));
        return Breach.of(samples, 0, samples.size(), scale, threshold);
    }
}
