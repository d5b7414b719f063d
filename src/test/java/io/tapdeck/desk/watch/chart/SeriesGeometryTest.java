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
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Gaps, columns of pixels and breaches. */
class SeriesGeometryTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Instant at(int minute) {
        return START.plus(MINUTE.multipliedBy(minute));
    }

    private static Series series(Integer... minutes) {
        List<Point> points = new ArrayList<>();
        for (int minute : minutes) {
            points.add(new Point(at(minute), minute));
        }
        return new Series("capacity", MINUTE, points);
    }

    @Test
    void aMissingPeriodIsAGap() {
        Runs runs = Runs.of(series(0, 1, 2, 4, 5), at(0), at(6));
        assertThat(runs.runs()).hasSize(2);
        assertThat(runs.gaps()).containsExactly(new Runs.Gap(at(2), at(4), false));
    }

    @Test
    void nothingBeforeTheFirstPointIsAGapThatSaysSo() {
        Runs runs = Runs.of(series(30, 31), at(0), at(32));
        assertThat(runs.gaps()).containsExactly(new Runs.Gap(at(0), at(30), true));
    }

    @Test
    void theNewestPointsMayBeOnTheirWay() {
        assertThat(Runs.of(series(0, 1), at(0), at(6)).gaps()).isEmpty();
        assertThat(Runs.of(series(0, 1), at(0), at(9)).gaps()).containsExactly(new Runs.Gap(at(1), at(9), false));
    }

    @Test
    void aRangeWithoutAnyPointIsOneGap() {
        Runs runs = Runs.of(series(), at(0), at(60));
        assertThat(runs.runs()).isEmpty();
        assertThat(runs.gaps()).containsExactly(new Runs.Gap(at(0), at(60), true));
    }

    @Property(tries = 100)
    void columnsKeepEveryPeak(@ForAll @Size(min = 1, max = 400) List<@DoubleRange(min = 0, max = 100) Double> values) {
        List<Point> run = new ArrayList<>();
        for (int minute = 0; minute < values.size(); minute++) {
            run.add(new Point(at(minute), values.get(minute)));
        }
        List<Column> columns = Column.of(run, new TimeScale(at(0), at(400), 50));
        assertThat(columns).hasSizeLessThanOrEqualTo(51);
        assertThat(columns.stream().mapToDouble(Column::most).max().orElseThrow())
                .isEqualTo(values.stream().mapToDouble(value -> value).max().orElseThrow());
        assertThat(columns.stream().mapToDouble(Column::least).min().orElseThrow())
                .isEqualTo(values.stream().mapToDouble(value -> value).min().orElseThrow());
    }

    @Test
    void aBreachBeginsAndEndsWhereTheLineCrosses() {
        List<Point> run = List.of(new Point(at(0), 0), new Point(at(10), 100), new Point(at(20), 0));
        List<Breach> breaches = Breach.of(run, new TimeScale(at(0), at(20), 200), 50);
        assertThat(breaches).containsExactly(new Breach(50, 150, 100, false));
    }

    @Test
    void aValueAtTheThresholdIsABreach() {
        List<Point> run = List.of(new Point(at(0), 50), new Point(at(20), 50));
        assertThat(Breach.of(run, new TimeScale(at(0), at(20), 200), 50)).hasSize(1);
    }

    @Test
    void aNarrowBreachIsDrawnEightWideWithAFlag() {
        List<Point> run = List.of(new Point(at(9), 0), new Point(at(10), 100), new Point(at(11), 0));
        Breach breach = Breach.of(run, new TimeScale(at(0), at(1000), 200), 50).getFirst();
        assertThat(breach.to() - breach.from()).isEqualTo(8);
        assertThat(breach.widened()).isTrue();
    }
}
