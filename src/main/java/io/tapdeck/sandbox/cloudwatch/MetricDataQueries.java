package io.tapdeck.sandbox.cloudwatch;

import io.tapdeck.sandbox.cloudwatch.math.ExpressionException;
import io.tapdeck.sandbox.cloudwatch.math.MathQueries;
import io.tapdeck.sandbox.cloudwatch.math.Value;
import io.tapdeck.sandbox.cloudwatch.metrics.MetricKey;
import io.tapdeck.sandbox.cloudwatch.metrics.Metrics;
import io.tapdeck.sandbox.cloudwatch.metrics.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** GetMetricData, its rules and limits (API reference, "GetMetricData"). */
final class MetricDataQueries {
    private static final int MOST_QUERIES = 500;
    private static final int MOST_POINTS = 100_800;
    private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9_]{0,254}");
    private static final Set<Integer> SHORT_PERIODS = Set.of(1, 5, 10, 20, 30);

    private final Metrics metrics;

    MetricDataQueries(Metrics metrics) {
        this.metrics = metrics;
    }

    /** One line of the answer; its points in the order that was asked for. */
    private record Line(String id, String label, List<Point> points) {}

    private record Point(Instant at, double value) {}

    GetMetricDataResponse answer(GetMetricDataRequest request, Instant now) {
        check(request);
        int most = request.maxDatapoints() == null ? MOST_POINTS : request.maxDatapoints();
        int skip = Page.offset(request.nextToken());
        int position = 0;
        int left = most;
        boolean more = false;
        List<MetricDataResult> results = new ArrayList<>();
        for (Line line : lines(request, now)) {
            List<Point> points = line.points;
            int from = Math.clamp((long) skip - position, 0, points.size());
            int to = Math.min(points.size(), from + left);
            boolean complete = to == points.size();
            boolean answeredBefore = skip > position && from == points.size();
            if (!answeredBefore) {
                results.add(result(line, points.subList(from, to), complete));
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

    private List<Line> lines(GetMetricDataRequest request, Instant now) {
        MathQueries math = new MathQueries(request.metricDataQueries());
        List<Line> lines = new ArrayList<>();
        for (MetricDataQuery query : request.metricDataQueries()) {
            if (!Boolean.FALSE.equals(query.returnData())) {
                lines.addAll(
                        query.expression() == null
                                ? metric(query, request, now)
                                : expression(query, request, math, now));
            }
        }
        return lines;
    }

    private List<Line> metric(MetricDataQuery query, GetMetricDataRequest request, Instant now) {
        MetricStat stat = query.metricStat();
        Duration period = Duration.ofSeconds(stat.period());
        String label = query.label() == null ? label(query, request.metricDataQueries()) : query.label();
        return List.of(new Line(query.id(), label, ordered(points(stat, period, request, now), request)));
    }

    /** An expression over several series gives as many lines, all of its id. */
    private List<Line> expression(MetricDataQuery query, GetMetricDataRequest request, MathQueries math, Instant now) {
        String label = query.label() == null ? query.id() : query.label();
        try {
            Duration period = math.period(query.id());
            Value value = math.value(
                    query.id(),
                    Metrics.periods(request.startTime(), request.endTime(), period, now),
                    stat -> points(stat, period, request, now));
            List<Value.Series> series =
                    value instanceof Value.Array array ? array.series() : List.of((Value.Series) value);
            return series.stream()
                    .map(one -> new Line(query.id(), label, ordered(one.points(), request)))
                    .toList();
        } catch (ExpressionException invalid) {
            throw Refusals.invalidExpression(query.id(), invalid);
        }
    }

    private SortedMap<Instant, Double> points(
            MetricStat stat, Duration period, GetMetricDataRequest request, Instant now) {
        SortedMap<Instant, Double> points = new TreeMap<>();
        metrics.datapoints(
                        MetricKey.of(stat.metric()),
                        request.startTime(),
                        request.endTime(),
                        period,
                        stat.unitAsString(),
                        now)
                .forEach(point -> points.put(point.at(), point.values().value(stat.stat())));
        return points;
    }

    private static List<Point> ordered(SortedMap<Instant, Double> points, GetMetricDataRequest request) {
        List<Point> ordered = points.entrySet().stream()
                .map(point -> new Point(point.getKey(), point.getValue()))
                .toList();
        return request.scanBy() == ScanBy.TIMESTAMP_ASCENDING ? ordered : ordered.reversed();
    }

    private static MetricDataResult result(Line line, List<Point> points, boolean complete) {
        return MetricDataResult.builder()
                .id(line.id)
                .label(line.label)
                .timestamps(points.stream().map(Point::at).toList())
                .values(points.stream().map(Point::value).toList())
                .statusCode(complete ? StatusCode.COMPLETE : StatusCode.PARTIAL_DATA)
                .build();
    }

    /** The metric's name, then whatever tells the queries apart. */
    private static String label(MetricDataQuery query, List<MetricDataQuery> all) {
        List<MetricStat> stats = all.stream()
                .map(MetricDataQuery::metricStat)
                .filter(Objects::nonNull)
                .toList();
        StringBuilder label = new StringBuilder(query.metricStat().metric().metricName());
        if (stats.stream().map(MetricStat::stat).distinct().count() > 1) {
            label.append(' ').append(query.metricStat().stat());
        }
        if (stats.stream().map(MetricStat::period).distinct().count() > 1) {
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
        check(request.metricDataQueries());
    }

    /** Checks metrics and expressions, each by itself and whether they know each other. */
    static void check(List<MetricDataQuery> queries) {
        Set<String> ids = new HashSet<>();
        for (MetricDataQuery query : queries) {
            check(query);
            if (!ids.add(query.id())) {
                throw Refusals.validation("The values for parameter id in MetricDataQueries are not unique.");
            }
        }
        MathQueries math = new MathQueries(queries);
        for (MetricDataQuery query : queries) {
            try {
                math.check(query.id(), !Boolean.FALSE.equals(query.returnData()));
            } catch (ExpressionException invalid) {
                throw Refusals.invalidExpression(query.id(), invalid);
            }
        }
    }

    private static void check(MetricDataQuery query) {
        if (query.id() == null || !ID.matcher(query.id()).matches()) {
            throw Refusals.validation("The value " + query.id() + " for parameter MetricDataQueries.member.Id is not"
                    + " matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.");
        }
        MetricStat stat = query.metricStat();
        if (query.expression() != null && stat == null) {
            return;
        }
        if (query.expression() != null) {
            throw Refusals.invalidCombination(
                    "The parameters MetricDataQueries.member.Expression and MetricDataQueries.member.MetricStat are"
                            + " mutually exclusive and you have specified both.");
        }
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
