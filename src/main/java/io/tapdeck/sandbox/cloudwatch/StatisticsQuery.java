package io.tapdeck.sandbox.cloudwatch;

import io.tapdeck.sandbox.cloudwatch.metrics.MetricKey;
import io.tapdeck.sandbox.cloudwatch.metrics.Metrics;
import io.tapdeck.sandbox.cloudwatch.metrics.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;

/** GetMetricStatistics, its rules and limits (API reference, "GetMetricStatistics"). */
final class StatisticsQuery {
    private static final long MOST_POINTS = 1440;

    private final Metrics metrics;

    StatisticsQuery(Metrics metrics) {
        this.metrics = metrics;
    }

    GetMetricStatisticsResponse answer(GetMetricStatisticsRequest request, Instant now) {
        check(request);
        MetricKey metric = MetricKey.of(request.namespace(), request.metricName(), request.dimensions());
        List<Datapoint> datapoints = new ArrayList<>();
        for (String unit : metrics.units(metric)) {
            if (request.unit() == null || request.unitAsString().equals(unit)) {
                metrics.datapoints(
                                metric,
                                request.startTime(),
                                request.endTime(),
                                Duration.ofSeconds(request.period()),
                                unit,
                                now)
                        .forEach(point -> datapoints.add(datapoint(point, unit, request.statisticsAsStrings())));
            }
        }
        return GetMetricStatisticsResponse.builder()
                .label(request.metricName())
                .datapoints(datapoints)
                .build();
    }

    private static void check(GetMetricStatisticsRequest request) {
        MetricDataQueries.checkPeriod(request.period());
        if (!request.startTime().isBefore(request.endTime())) {
            throw Refusals.invalidValue("The parameter StartTime must be less than the parameter EndTime.");
        }
        if (!request.hasStatistics()) {
            throw Refusals.missing("Must specify either Statistics or ExtendedStatistics");
        }
        for (String statistic : request.statisticsAsStrings()) {
            if (!StatisticSet.STATISTICS.contains(statistic)) {
                throw Refusals.invalidValue("The value " + statistic + " for parameter Statistics is not supported.");
            }
        }
        long points = Duration.between(request.startTime(), request.endTime()).toSeconds() / request.period();
        if (points > MOST_POINTS) {
            throw Refusals.invalidCombination(
                    "You have requested up to %d datapoints, which exceeds the limit of %d. You may reduce the datapoints requested by increasing Period, or decreasing the time range."
                            .formatted(points, MOST_POINTS));
        }
    }

    private static Datapoint datapoint(Metrics.Datapoint point, String unit, List<String> statistics) {
        Datapoint.Builder datapoint = Datapoint.builder().timestamp(point.at()).unit(unit);
        for (String statistic : statistics) {
            double value = point.values().value(statistic);
            switch (statistic) {
                case "SampleCount" -> datapoint.sampleCount(value);
                case "Average" -> datapoint.average(value);
                case "Sum" -> datapoint.sum(value);
                case "Minimum" -> datapoint.minimum(value);
                default -> datapoint.maximum(value);
            }
        }
        return datapoint.build();
    }
}
