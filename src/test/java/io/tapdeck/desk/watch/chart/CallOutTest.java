package io.tapdeck.desk.watch.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A card on a chart of 400 by 300 pixels over 400 minutes, from 0 to 100. */
class CallOutTest {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    private static final Plot PLOT = new Plot(
            0, 0, 300, new TimeScale(START, START.plus(Duration.ofMinutes(400)), 400), new ValueScale(25, 4, "%"));
    private static final Trace LOW =
            new Trace(Samples.of(new Series("low", Duration.ofMinutes(1), List.of(new Point(START, 10)))));

    private static List<FlagPainter.Flag> flagAt(int from, int to) {
        return FlagPainter.flags(
                List.of(new AlarmSpan(START.plus(Duration.ofMinutes(from)), START.plus(Duration.ofMinutes(to)), 1)),
                PLOT);
    }

    @Test
    void itStandsAtTheUpperLeftWhereNothingIsBehindIt() {
        var place = new CallOut(PLOT, LOW, List.of(), List.of()).place(100, 50, true);
        assertThat(place).hasValueSatisfying(at -> assertThat(at.getX()).isEqualTo(8));
        assertThat(place).hasValueSatisfying(at -> assertThat(at.getY()).isEqualTo(8));
    }

    @Test
    void itHidesNoFlaggedSpan() {
        var place = new CallOut(PLOT, LOW, flagAt(60, 90), List.of()).place(100, 50, true);
        assertThat(place).hasValueSatisfying(at -> assertThat(at.getX()).isGreaterThan(90));
    }

    @Test
    void itHidesNoLine() {
        var place = new CallOut(PLOT, LOW, List.of(), List.of(90.0)).place(100, 50, true);
        assertThat(place).hasValueSatisfying(at -> assertThat(at.getY()).isGreaterThan(30));
    }

    @Test
    void whereASpanIsEverywhereItLeavesTheFlagInSight() {
        CallOut callOut = new CallOut(PLOT, LOW, flagAt(0, 400), List.of());
        assertThat(callOut.place(390, 50, true)).isEmpty();
        assertThat(callOut.place(380, 50, false))
                .hasValueSatisfying(at -> assertThat(at.getY()).isGreaterThanOrEqualTo(20));
    }
}
