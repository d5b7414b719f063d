package io.tapdeck.monitor.backtest;

import java.util.Arrays;

/** How CloudWatch makes one value of a period, as far as values of longer periods can be made of it. */
enum Statistic {
    AVERAGE("Average"),
    MAXIMUM("Maximum"),
    MINIMUM("Minimum"),
    SUM("Sum"),
    SAMPLE_COUNT("SampleCount"),
    /** Percentiles and such: a longer period's cannot be made of shorter ones'. */
    OTHER("");

    private final String wireName;

    Statistic(String wireName) {
        this.wireName = wireName;
    }

    /** The statistic that CloudWatch calls {@code wireName}. */
    static Statistic of(String wireName) {
        return Arrays.stream(values())
                .filter(statistic -> statistic.wireName.equals(wireName))
                .findFirst()
                .orElse(OTHER);
    }

    /** One value of {@code values[from, to)}, of which NaN are missing; NaN if all are. */
    double of(double[] values, int from, int to) {
        double result = Double.NaN;
        int count = 0;
        for (int i = from; i < to; i++) {
            double value = values[i];
            if (!Double.isNaN(value)) {
                result = count == 0 ? value : with(result, value);
                count++;
            }
        }
        return this == AVERAGE && count > 1 ? result / count : result;
    }

    private double with(double one, double other) {
        return switch (this) {
            case AVERAGE, SUM, SAMPLE_COUNT -> one + other;
            case MAXIMUM -> Math.max(one, other);
            case MINIMUM -> Math.min(one, other);
            case OTHER -> throw new IllegalStateException("nothing is made of percentiles");
        };
    }
}
