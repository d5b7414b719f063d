package io.tapdeck.sandbox.cloudwatch.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All metrics, and how CloudWatch cuts time into periods. */
public record Metrics(List<MetricSource> sources) {

    /**
     * A value and the start of its period.
     *
     * @param values what the statistics are computed from
     */
    public record Datapoint(Instant at, StatisticSet values) {}

    /** The metrics with values between two times. */
    public List<MetricKey> metrics(Instant from, Instant to) {
        return sources.stream()
                .flatMap(source -> source.metrics(from, to).stream())
                .toList();
    }

    /** Every unit of a metric. */
    public Set<String> units(MetricKey metric) {
        Set<String> units = new TreeSet<>();
        sources.forEach(source -> units.addAll(source.units(metric)));
        return units;
    }

    /**
     * The values from a time to before another.
     *
     * @param unit null for every unit
     */
    public Optional<StatisticSet> statistics(MetricKey metric, Instant from, Instant to, @Nullable String unit) {
        Optional<StatisticSet> all = Optional.empty();
        for (MetricSource source : sources) {
            all = StatisticSet.both(
                    all,
                    unit == null ? source.statistics(metric, from, to) : source.statistics(metric, from, to, unit));
        }
        return all;
    }

    /** The starts of the periods between two times, oldest first, without those whose values CloudWatch keeps no longer. */
    public static List<Instant> periods(Instant start, Instant end, Duration period, Instant now) {
        Instant kept = now.minus(Retention.longest(period));
        Instant first = Retention.roundDown(start, period, now);
        if (first.isBefore(kept)) {
            long periods = Duration.between(first, kept).dividedBy(period);
            first = first.plus(period.multipliedBy(periods + 1));
        }
        List<Instant> starts = new ArrayList<>();
        for (Instant at = first; at.isBefore(end); at = at.plus(period)) {
            starts.add(at);
        }
        return starts;
    }

    /**
     * Oldest first; periods without values are absent, and those for which CloudWatch keeps only coarser values.
     *
     * @param unit null for every unit
     */
    public List<Datapoint> datapoints(
            MetricKey metric, Instant start, Instant end, Duration period, @Nullable String unit, Instant now) {
        List<Datapoint> points = new ArrayList<>();
        for (Instant at : periods(start, end, period, now)) {
            statistics(metric, at, at.plus(period), unit).ifPresent(values -> points.add(new Datapoint(at, values)));
        }
        return points;
    }
}
