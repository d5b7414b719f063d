package io.tapdeck.sandbox.cloudwatch.metrics;

import java.util.Optional;
import java.util.Set;

/** What CloudWatch keeps of the values in a span of time (API reference, "StatisticSet"). */
public record StatisticSet(double count, double sum, double minimum, double maximum) {

    /** The statistics that can be computed from it; percentiles cannot. */
    public static final Set<String> STATISTICS = Set.of("SampleCount", "Average", "Sum", "Minimum", "Maximum");

    /** One value. */
    public static StatisticSet of(double value) {
        return new StatisticSet(1, value, value, value);
    }

    /** The same value several times. */
    public static StatisticSet of(double value, double count) {
        return new StatisticSet(count, value * count, value, value);
    }

    /** Both together. */
    public StatisticSet plus(StatisticSet other) {
        return new StatisticSet(
                count + other.count,
                sum + other.sum,
                Math.min(minimum, other.minimum),
                Math.max(maximum, other.maximum));
    }

    /** Both together, or the one that is there. */
    public static Optional<StatisticSet> both(Optional<StatisticSet> one, Optional<StatisticSet> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().plus(other.get()))
                : one.isPresent() ? one : other;
    }

    /** The value of one of {@link #STATISTICS}. */
    public double value(String statistic) {
        return switch (statistic) {
            case "SampleCount" -> count;
            case "Average" -> sum / count;
            case "Sum" -> sum;
            case "Minimum" -> minimum;
            case "Maximum" -> maximum;
            default -> throw new IllegalArgumentException(statistic);
        };
    }
}
