package io.tapdeck.sandbox.cloudwatch;

import io.tapdeck.sandbox.cloudwatch.metrics.MetricKey;
import io.tapdeck.sandbox.cloudwatch.metrics.Metrics;
import io.tapdeck.sandbox.cloudwatch.metrics.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** GetMetricData, its rules and limits (API reference, "GetMetricData"). Metric math is not served. */
final class MetricDataQueries {
    private static final int MOST_QUERIES = 500;
    private static final int MOST_POINTS = 100_800;
    private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9_]{0,254}");
    private static final Set<Integer> SHORT_PERIODS = Set.of(1, 5, 10, 20, 30);

    private final Metrics metrics;

    MetricDataQueries(Metrics metrics) {
        this.metrics = metrics;
    }

    GetMetricDataResponse answer(GetMetricDataRequest request, Instant now) {
        check(request);
        int most = request.maxDatapoints() == null ? MOST_POINTS : request.maxDatapoints();
        int skip = Page.offset(request.nextToken());
        int position = 0;
        int left = most;
        boolean more = false;
        List<MetricDataResult> results = new ArrayList<>();
        for (MetricDataQuery query : request.metricDataQueries()) {
            if (Boolean.FALSE.equals(query.returnData())) {
                continue;
            }
            List<Metrics.Datapoint> points = points(query, request, now);
            int from = Math.clamp((long) skip - position, 0, points.size());
            int to = Math.min(points.size(), from + left);
            boolean complete = to == points.size();
            boolean answeredBefore = skip > position && from == points.size();
            if (!answeredBefore) {
                results.add(result(query, request, points.subList(from, to), complete));
            }
            left -= to - from;
            position += points.size();
            more |= !complete;
        }
        return GetMetricDataResponse.builder()
                .metricDataResults(results)
                .messages(List.of())
                .nextToken(more ? Page.token(skip + most) : null)
                .build();
    }

    private List<Metrics.Datapoint> points(MetricDataQuery query, GetMetricDataRequest request, Instant now) {
        MetricStat stat = query.metricStat();
        List<Metrics.Datapoint> points = metrics.datapoints(
                MetricKey.of(stat.metric()),
                request.startTime(),
                request.endTime(),
                Duration.ofSeconds(stat.period()),
                stat.unitAsString(),
                now);
        return request.scanBy() == ScanBy.TIMESTAMP_ASCENDING ? points : points.reversed();
    }

    private static MetricDataResult result(
            MetricDataQuery query, GetMetricDataRequest request, List<Metrics.Datapoint> points, boolean complete) {
        return MetricDataResult.builder()
                .id(query.id())
                .label(query.label() == null ? label(query, request.metricDataQueries()) : query.label())
                .timestamps(points.stream().map(Metrics.Datapoint::at).toList())
                .values(points.stream()
                        .map(point -> point.values().value(query.metricStat().stat()))
                        .toList())
                .statusCode(complete ? StatusCode.COMPLETE : StatusCode.PARTIAL_DATA)
                .build();
    }

    /** The metric's name, then whatever tells the queries apart. */
    private static String label(MetricDataQuery query, List<MetricDataQuery> all) {
        StringBuilder label = new StringBuilder(query.metricStat().metric().metricName());
        if (all.stream().map(each -> each.metricStat().stat()).distinct().count() > 1) {
            label.append(' ').append(query.metricStat().stat());
        }
        if (all.stream().map(each -> each.metricStat().period()).distinct().count() > 1) {
            label.append(' ').append(query.metricStat().period());
        }
        return label.toString();
    }

    private static void check(GetMetricDataRequest request) {
        if (!request.hasMetricDataQueries() || request.metricDataQueries().isEmpty()) {
            throw Refusals.missing("The parameter MetricDataQueries is required.");
        }
        if (request.metricDataQueries().size() > MOST_QUERIES) {
            throw Refusals.validation("The collection MetricDataQueries must not have a size greater than 500.");
        }
        if (request.startTime() == null || request.endTime() == null) {
            throw Refusals.missing("The parameters StartTime and EndTime are required.");
        }
        if (!request.startTime().isBefore(request.endTime())) {
            throw Refusals.validation("The parameter EndTime must be greater than StartTime.");
        }
        Integer most = request.maxDatapoints();
        if (most != null && (most < 1 || most > MOST_POINTS)) {
            throw Refusals.invalidValue("The parameter MaxDatapoints must be between 1 and 100800.");
        }
        Set<String> ids = new HashSet<>();
        for (MetricDataQuery query : request.metricDataQueries()) {
            check(query);
            if (!ids.add(query.id())) {
                throw Refusals.validation("The values for parameter id in MetricDataQueries are not unique.");
            }
        }
    }

    private static void check(MetricDataQuery query) {
        if (query.id() == null || !ID.matcher(query.id()).matches()) {
            throw Refusals.validation("The value " + query.id() + " for parameter MetricDataQueries.member.Id is not"
                    + " matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.");
        }
        if (query.expression() != null) {
            throw Refusals.validation("Error in expression '" + query.id() + "': Unsupported operation");
        }
        MetricStat stat = query.metricStat();
        if (stat == null || stat.metric() == null || stat.stat() == null) {
            throw Refusals.missing("The parameter MetricDataQueries.member.MetricStat is required.");
        }
        checkPeriod(stat.period());
        if (!StatisticSet.STATISTICS.contains(stat.stat())) {
            throw Refusals.invalidValue("The value " + stat.stat() + " for parameter Stat is not supported.");
        }
    }

    static void checkPeriod(Integer period) {
        if (period == null) {
            throw Refusals.missing("The parameter Period is required.");
        }
        if (period < 1 || (period % 60 != 0 && !SHORT_PERIODS.contains(period))) {
            throw Refusals.invalidValue("The parameter Period must be 1, 5, 10, 20, 30, or a multiple of 60.");
        }
    }
}
