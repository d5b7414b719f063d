package io.tapdeck.monitor.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.MissingData;
import io.tapdeck.monitor.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints how long one threshold takes while it is dragged, and how long the back-test takes to make. Figures, not assertions. */
@Tag("bench")
class BackTestBenchmark {
    private static final int WARM_UP = 300;
    private static final int RUNS = 500;

    @Test
    void dragOverLongHistories() {
        for (int points : new int[] {21_600, 100_000}) {
            measure(points, Histories.rule(2, 2, 300, MissingData.NOT_BREACHING, "Average"));
            measure(points, Histories.rule(15, 15, 60, MissingData.IGNORE, "Average"));
        }
    }

    private static void measure(int points, BackTestRule rule) {
        History history = history(points);
        long[] making = new long[50];
        BackTest test = BackTest.of(history, rule);
        for (int run = 0; run < making.length; run++) {
            long begun = System.nanoTime();
            test = BackTest.of(history, rule);
            making[run] = System.nanoTime() - begun;
        }
        long[] dragging = new long[RUNS];
        int times = 0;
        for (int run = -WARM_UP; run < RUNS; run++) {
            // A drag goes over all of the values, from no alarm at all to one that never ends.
            double threshold = Math.floorMod(run, 100);
            long begun = System.nanoTime();
            times += test.at(threshold).times();
            if (run >= 0) {
                dragging[run] = System.nanoTime() - begun;
            }
        }
        System.out.printf(
                "back-test, %,d points, %d of %d at %d s, %s: a threshold median %.3f ms, p95 %.3f ms; made in %.1f ms%n",
                points,
                rule.datapointsToAlarm(),
                rule.evaluationPeriods(),
                rule.periodSeconds(),
                rule.missingData().wireName(),
                part(dragging, 0.5),
                part(dragging, 0.95),
                part(making, 0.5));
        assertThat(times).isPositive();
    }

    private static double part(long[] nanos, double quantile) {
        Arrays.sort(nanos);
        return nanos[(int) (nanos.length * quantile)] / 1e6;
    }

    /** A busy day's curve with noise and a gap now and then. */
    private static History history(int minutes) {
        Random random = new Random(5);
        List<Series.Point> points = new ArrayList<>();
        for (int minute = 0; minute < minutes; minute++) {
            if (random.nextInt(50) != 0) {
                double day = 45 - 35 * Math.cos(2 * Math.PI * minute / 1440);
                points.add(
                        new Series.Point(Histories.START.plusSeconds(60L * minute), day + 8 * random.nextGaussian()));
            }
        }
        Series series = new Series("utilization", Duration.ofMinutes(1), points);
        return History.of(series, Histories.START, Histories.START.plusSeconds(60L * minutes));
    }
}
