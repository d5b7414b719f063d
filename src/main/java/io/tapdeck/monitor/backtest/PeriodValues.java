package io.tapdeck.monitor.backtest;

import java.util.Arrays;

/** The values of all periods that a back-test looks at, without those that are missing. */
final class PeriodValues {
    private final double[] sorted;

    PeriodValues(BackTest test) {
        Comparison comparison = test.rule().comparison();
        sorted = test.segments().stream()
                .flatMapToDouble(segment -> Arrays.stream(segment.course().values))
                .filter(value -> !Double.isNaN(value))
                .map(comparison::badness)
                .sorted()
                .toArray();
    }

    /** NaN if there are none. */
    double highest() {
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
    }

    /** The share of values below {@code limit}, in percent; NaN if there are none. */
    double percentBelow(double limit) {
        return sorted.length == 0
                ? Double.NaN
                : 100.0 * Arrays.stream(sorted).filter(value -> value < limit).count() / sorted.length;
    }
}
