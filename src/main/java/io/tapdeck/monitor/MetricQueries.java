package io.tapdeck.monitor;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** A question in GetMetricData's terms. */
final class MetricQueries {
    private MetricQueries() {}

    /** One query for a metric; for a sum one for each metric in it, which gives no data, and one for the sum. */
    static List<MetricDataQuery> of(String id, MetricQuestion question) {
        MetricSource source = question.source();
        if (source.metrics().size() == 1) {
            return List.of(query(id, question, source.metrics().getFirst(), true));
        }
        List<MetricDataQuery> queries = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (Metric metric : source.metrics()) {
            String part = id + "p" + parts.size();
            parts.add(part);
            queries.add(query(part, question, metric, false));
        }
        queries.add(MetricDataQuery.builder()
                .id(id)
                .expression("SUM([" + String.join(", ", parts) + "])")
                .label(source.description().name())
                .returnData(true)
                .build());
        return queries;
    }

    private static MetricDataQuery query(String id, MetricQuestion question, Metric metric, boolean returned) {
        return MetricDataQuery.builder()
                .id(id)
                .returnData(returned)
                .metricStat(
                        stat -> stat.period((int) question.resolution().period().toSeconds())
                                .stat(question.source().description().statistic())
                                .metric(metric))
                .build();
    }
}
