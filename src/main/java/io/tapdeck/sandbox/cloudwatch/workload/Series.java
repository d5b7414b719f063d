package io.tapdeck.sandbox.cloudwatch.workload;

import io.tapdeck.sandbox.cloudwatch.metrics.MetricKey;
import io.tapdeck.sandbox.cloudwatch.metrics.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * One metric of a deployed resource.
 *
 * @param unit as CloudWatch names it, such as {@code Count}
 * @param cadence a minute, or a day for what a service gives once a day at midnight UTC
 * @param since there are no values of periods that begin before
 * @param values the values of the period that begins at a time; asked only for periods that are over
 */
record Series(MetricKey metric, String unit, ChronoUnit cadence, Instant since, Values values) {

    /** What a service gives for a period; empty where it gives nothing. */
    @FunctionalInterface
    interface Values {
        Optional<StatisticSet> at(Instant period);
    }

    /** A metric with values every minute. */
    static Series everyMinute(
            String namespace, String name, Map<String, String> dimensions, String unit, Instant since, Values values) {
        return new Series(new MetricKey(namespace, name, dimensions), unit, ChronoUnit.MINUTES, since, values);
    }

    /** A metric with one value a day, at midnight UTC, of what stands then. */
    static Series everyDay(
            String namespace, String name, Map<String, String> dimensions, String unit, Instant since, Values values) {
        return new Series(new MetricKey(namespace, name, dimensions), unit, ChronoUnit.DAYS, since, values);
    }

    /** The values from a time to before another, of periods that are over by now. */
    Optional<StatisticSet> statistics(Instant from, Instant to, Instant now) {
        Duration step = cadence.getDuration();
        // A day's value is of its midnight, a minute's of the whole minute.
        Instant over =
                cadence == ChronoUnit.DAYS ? now : now.truncatedTo(cadence).minusNanos(1);
        StatisticSet all = null;
        for (Instant at = first(from.isAfter(since) ? from : since);
                at.isBefore(to) && !at.isAfter(over);
                at = at.plus(step)) {
            Optional<StatisticSet> one = values.at(at);
            if (one.isPresent()) {
                all = all == null ? one.get() : all.plus(one.get());
            }
        }
        return Optional.ofNullable(all);
    }

    private Instant first(Instant time) {
        Instant begin = time.truncatedTo(cadence);
        return begin.equals(time) ? begin : begin.plus(1, cadence);
    }
}
