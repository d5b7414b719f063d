package io.tapdeck.sandbox.cloudwatch.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that has metrics. */
public interface MetricSource {

    /** Takes up what has changed by now; called before anything is asked. */
    default void advance() {}

    /** The metrics with values between two times, in a stable order. */
    List<MetricKey> metrics(Instant from, Instant to);

    /** The units in which a metric has been given; empty if there is no such metric. */
    Set<String> units(MetricKey metric);

    /**
     * The values from a time to before another; empty where there are none.
     *
     * @param unit only values of this unit
     */
    Optional<StatisticSet> statistics(MetricKey metric, Instant from, Instant to, String unit);

    /** The values of every unit. */
    default Optional<StatisticSet> statistics(MetricKey metric, Instant from, Instant to) {
        Optional<StatisticSet> all = Optional.empty();
        for (String unit : units(metric)) {
            all = StatisticSet.both(all, statistics(metric, from, to, unit));
        }
        return all;
    }
}
