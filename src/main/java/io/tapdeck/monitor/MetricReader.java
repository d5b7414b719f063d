package io.tapdeck.monitor;

import io.tapdeck.store.Store.StoredPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** Asks GetMetricData: as few calls as its limits allow, every page of each. */
final class MetricReader {
    /** Most queries of a call (CloudWatch API reference, GetMetricData). */
    static final int MOST_QUERIES = 500;

    /** Most points of a call (CloudWatch API reference, GetMetricData, MaxDatapoints). */
    static final int MOST_POINTS = 100_800;

    private final CloudWatchClient cloudWatch;

    MetricReader(CloudWatchClient cloudWatch) {
        this.cloudWatch = cloudWatch;
    }

    /**
     * Reads series of one period.
     *
     * @param start inclusive, a multiple of the period
     * @param end exclusive
     * @return points by source, in no particular order
     */
    Map<MetricSource, List<StoredPoint>> read(List<MetricSource> sources, Instant start, Instant end) {
        Map<MetricSource, List<StoredPoint>> points = new HashMap<>();
        if (sources.isEmpty() || !start.isBefore(end)) {
            return points;
        }
        int size = batchSize(Duration.between(start, end), sources.getFirst().period());
        List<MetricSource> batch = new ArrayList<>();
        int queries = 0;
        for (MetricSource source : sources) {
            if (queries + queryCount(source) > size && !batch.isEmpty()) {
                readBatch(batch, start, end, points);
                batch.clear();
                queries = 0;
            }
            batch.add(source);
            queries += queryCount(source);
        }
        readBatch(batch, start, end, points);
        return points;
    }

    private static int queryCount(MetricSource source) {
        return source.metrics().size() == 1 ? 1 : source.metrics().size() + 1;
    }

    /** How many series of that length fit into one call. */
    static int batchSize(Duration length, Duration period) {
        long pointsEach = Math.max(1, length.dividedBy(period) + 1);
        return Math.clamp(MOST_POINTS / pointsEach, 1, MOST_QUERIES);
    }

    private void readBatch(
            List<MetricSource> batch, Instant start, Instant end, Map<MetricSource, List<StoredPoint>> points) {
        Map<String, MetricSource> sources = new HashMap<>();
        List<MetricDataQuery> queries = new ArrayList<>();
        for (MetricSource source : batch) {
            String id = "m" + sources.size();
            sources.put(id, source);
            queries.addAll(queries(id, source));
        }
        String token = null;
        do {
            GetMetricDataResponse page = cloudWatch.getMetricData(GetMetricDataRequest.builder()
                    .metricDataQueries(queries)
                    .startTime(start)
                    .endTime(end)
                    .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                    .nextToken(token)
                    .build());
            for (MetricDataResult result : page.metricDataResults()) {
                MetricSource source = sources.get(result.id());
                if (source != null) {
                    refuseFailure(source, result);
                    collect(result, points.computeIfAbsent(source, _ -> new ArrayList<>()));
                }
            }
            token = page.nextToken();
        } while (token != null);
    }

    private static void refuseFailure(MetricSource source, MetricDataResult result) {
        if (result.statusCode() == StatusCode.FORBIDDEN || result.statusCode() == StatusCode.INTERNAL_ERROR) {
            throw new MonitorException(
                    "CloudWatch does not give %s: %s."
                            .formatted(source.description().name(), result.statusCodeAsString()),
                    null);
        }
    }

    private static void collect(MetricDataResult result, List<StoredPoint> points) {
        int count = Math.min(result.timestamps().size(), result.values().size());
        for (int i = 0; i < count; i++) {
            points.add(
                    new StoredPoint(result.timestamps().get(i), result.values().get(i)));
        }
    }

    /** One query for a metric; for a sum one for each metric in it, which gives no data, and one for the sum. */
    private static List<MetricDataQuery> queries(String id, MetricSource source) {
        if (source.metrics().size() == 1) {
            return List.of(query(id, source, source.metrics().getFirst(), true));
        }
        List<MetricDataQuery> queries = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (Metric metric : source.metrics()) {
            String part = id + "p" + parts.size();
            parts.add(part);
            queries.add(query(part, source, metric, false));
        }
        queries.add(MetricDataQuery.builder()
                .id(id)
                .expression("SUM([" + String.join(", ", parts) + "])")
                .label(source.description().name())
                .returnData(true)
                .build());
        return queries;
    }

    private static MetricDataQuery query(String id, MetricSource source, Metric metric, boolean returned) {
        return MetricDataQuery.builder()
                .id(id)
                .returnData(returned)
                .metricStat(stat -> stat.period((int) source.period().toSeconds())
                        .stat(source.description().statistic())
                        .metric(metric))
                .build();
    }
}
