package io.tapdeck.sandbox.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** The metric math of an alarm: its rules (API reference, "PutMetricAlarm", Metrics), and how a template writes it. */
final class AlarmMath {
    private static final int MOST_METRICS = 10;

    private AlarmMath() {}

    static void check(MetricAlarm alarm) {
        if (alarm.metricName() != null
                || alarm.namespace() != null
                || alarm.statistic() != null
                || alarm.period() != null
                || alarm.unit() != null
                || !alarm.dimensions().isEmpty()) {
            throw Refusals.invalidCombination("An alarm with the parameter Metrics must not have the parameters"
                    + " MetricName, Namespace, Dimensions, Period, Unit, Statistic or ExtendedStatistic.");
        }
        if (alarm.threshold() == null) {
            throw Refusals.missing("The parameter Threshold is required.");
        }
        long metrics = alarm.metrics().stream()
                .filter(query -> query.expression() == null)
                .count();
        if (metrics > MOST_METRICS) {
            throw Refusals.validation("The metrics list must not contain more than " + MOST_METRICS + " metrics.");
        }
        long returned = alarm.metrics().stream()
                .filter(query -> !Boolean.FALSE.equals(query.returnData()))
                .count();
        if (returned != 1) {
            throw Refusals.validation("Exactly one element of the metrics list should return data.");
        }
        MetricDataQueries.check(alarm.metrics());
        if (!new AlarmMetric(alarm).givesOneSeries()) {
            throw Refusals.validation("The metric math of an alarm must return a single time series.");
        }
    }

    /** The property {@code Metrics} of a template's alarm. */
    static List<MetricDataQuery> queries(JsonNode metrics) {
        List<MetricDataQuery> queries = new ArrayList<>();
        for (JsonNode query : metrics) {
            queries.add(MetricDataQuery.builder()
                    .id(query.path("Id").asText())
                    .expression(text(query, "Expression"))
                    .label(text(query, "Label"))
                    .period(query.has("Period") ? query.path("Period").asInt() : null)
                    .returnData(
                            query.has("ReturnData") ? query.path("ReturnData").asBoolean() : null)
                    .metricStat(query.has("MetricStat") ? stat(query.path("MetricStat")) : null)
                    .build());
        }
        return queries;
    }

    private static MetricStat stat(JsonNode stat) {
        JsonNode metric = stat.path("Metric");
        return MetricStat.builder()
                .metric(Metric.builder()
                        .namespace(metric.path("Namespace").asText())
                        .metricName(metric.path("MetricName").asText())
                        .dimensions(dimensions(metric.path("Dimensions")))
                        .build())
                .period(stat.path("Period").asInt())
                .stat(stat.path("Stat").asText())
                .unit(text(stat, "Unit"))
                .build();
    }

    static List<Dimension> dimensions(JsonNode dimensions) {
        List<Dimension> list = new ArrayList<>();
        for (JsonNode dimension : dimensions) {
            list.add(Dimension.builder()
                    .name(dimension.path("Name").asText())
                    .value(dimension.path("Value").asText())
                    .build());
        }
        return list;
    }

    private static @Nullable String text(JsonNode node, String member) {
        return node.has(member) ? node.path(member).asText() : null;
    }
}
