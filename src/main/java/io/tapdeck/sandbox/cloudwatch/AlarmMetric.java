package io.tapdeck.sandbox.cloudwatch;

import io.tapdeck.sandbox.cloudwatch.math.ExpressionException;
import io.tapdeck.sandbox.cloudwatch.math.MathQueries;
import io.tapdeck.sandbox.cloudwatch.math.Value;
import io.tapdeck.sandbox.cloudwatch.metrics.MetricKey;
import io.tapdeck.sandbox.cloudwatch.metrics.Metrics;
import io.tapdeck.sandbox.cloudwatch.metrics.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** What an alarm watches: a statistic of a metric, or the result of its metric math. Not thread-safe. */
final class AlarmMetric {

    private static final String DYNAMODB = "AWS/DynamoDB";

    /**
     * The value of a period.
     *
     * @param samples how many values stand behind it; empty for metric math
     */
    record Reading(double value, OptionalDouble samples) {}

    private final MetricAlarm alarm;
    private final MathQueries math;
    private @Nullable Duration period;

    AlarmMetric(MetricAlarm alarm) {
        this.alarm = alarm;
        this.math = new MathQueries(alarm.metrics());
    }

    MetricAlarm alarm() {
        return alarm;
    }

    /** The length of a period: an alarm on metric math has that of its metrics. */
    Duration period() {
        Duration known = period;
        if (known == null) {
            known = isMath() ? mathPeriod() : Duration.ofSeconds(alarm.period());
            period = known;
        }
        return known;
    }

    private Duration mathPeriod() {
        try {
            return math.period(watched().id());
        } catch (ExpressionException invalid) {
            throw Refusals.invalidExpression(watched().id(), invalid);
        }
    }

    boolean isMath() {
        return alarm.hasMetrics() && !alarm.metrics().isEmpty();
    }

    /** Alarms on such metrics always ignore missing data (API reference, "PutMetricAlarm", TreatMissingData). */
    boolean isOnDynamoDb() {
        return isMath()
                ? alarm.metrics().stream()
                        .map(MetricDataQuery::metricStat)
                        .anyMatch(stat ->
                                stat != null && stat.metric().namespace().equals(DYNAMODB))
                : alarm.namespace().equals(DYNAMODB);
    }

    /** The one that the alarm's state follows. */
    private MetricDataQuery watched() {
        return alarm.metrics().stream()
                .filter(query -> !Boolean.FALSE.equals(query.returnData()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether there is one value a period, as an alarm needs it. */
    boolean givesOneSeries() {
        return !isMath() || value(List.of(), _ -> new TreeMap<>()) instanceof Value.Series;
    }

    private Value value(List<Instant> starts, MathQueries.Source source) {
        try {
            return math.value(watched().id(), starts, source);
        } catch (ExpressionException invalid) {
            throw Refusals.invalidExpression(watched().id(), invalid);
        }
    }

    /**
     * The values of periods; those without are absent.
     *
     * @param starts of the periods, oldest first
     */
    SortedMap<Instant, Reading> readings(Metrics metrics, List<Instant> starts) {
        return isMath() ? math(metrics, starts) : single(metrics, starts);
    }

    private SortedMap<Instant, Reading> single(Metrics metrics, List<Instant> starts) {
        MetricKey metric = MetricKey.of(alarm.namespace(), alarm.metricName(), alarm.dimensions());
        SortedMap<Instant, Reading> readings = new TreeMap<>();
        for (Instant start : starts) {
            metrics.statistics(metric, start, start.plus(period()), alarm.unitAsString())
                    .ifPresent(values -> readings.put(
                            start,
                            new Reading(values.value(alarm.statisticAsString()), OptionalDouble.of(values.count()))));
        }
        return readings;
    }

    private SortedMap<Instant, Reading> math(Metrics metrics, List<Instant> starts) {
        SortedMap<Instant, Reading> readings = new TreeMap<>();
        if (value(starts, stat -> points(metrics, stat, starts)) instanceof Value.Series series) {
            series.points().forEach((at, point) -> readings.put(at, new Reading(point, OptionalDouble.empty())));
        }
        return readings;
    }

    private SortedMap<Instant, Double> points(Metrics metrics, MetricStat stat, List<Instant> starts) {
        SortedMap<Instant, Double> points = new TreeMap<>();
        for (Instant start : starts) {
            Optional<StatisticSet> values =
                    metrics.statistics(MetricKey.of(stat.metric()), start, start.plus(period()), stat.unitAsString());
            values.ifPresent(found -> points.put(start, found.value(stat.stat())));
        }
        return points;
    }
}
