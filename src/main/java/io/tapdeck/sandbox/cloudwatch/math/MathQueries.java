package io.tapdeck.sandbox.cloudwatch.math;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** The metrics and expressions of one request or alarm, which know each other by their ids. Not thread-safe. */
public final class MathQueries {

    private final Map<String, MetricDataQuery> byId = new LinkedHashMap<>();
    /** An alarm asks for the same ones every minute. */
    private final Map<String, Expression> parsed = new HashMap<>();

    /** Those of a request or an alarm; their ids differ. */
    public MathQueries(List<MetricDataQuery> queries) {
        queries.forEach(query -> byId.put(query.id(), query));
    }

    /** Where the points of a metric come from. */
    @FunctionalInterface
    public interface Source {
        /** By the start of their period; missing points are absent. */
        SortedMap<Instant, Double> points(MetricStat metric);
    }

    /**
     * The period of an expression: the longest of the metrics that it is over, directly or through others.
     *
     * @throws ExpressionException if it cannot be evaluated whatever the data
     */
    public Duration period(String id) throws ExpressionException {
        return Duration.ofSeconds(period(id, new HashSet<>()));
    }

    private long period(String id, Set<String> under) throws ExpressionException {
        MetricDataQuery query = known(id, under);
        long longest = Objects.requireNonNullElse(
                query.expression() == null ? query.metricStat().period() : query.period(), 0);
        if (query.expression() != null) {
            for (String reference : references(parsed(query.expression()))) {
                longest = Math.max(longest, period(reference, under));
            }
        }
        under.remove(id);
        return longest == 0 ? 60 : longest;
    }

    /**
     * Finds out whether an expression can be evaluated, whatever the data.
     *
     * @param returned whether its value is for the caller, who gets time series only
     * @throws ExpressionException if it cannot
     */
    public void check(String id, boolean returned) throws ExpressionException {
        period(id);
        Value value = new Values(List.of(), _ -> new TreeMap<>()).value(id);
        if (returned) {
            requireSeries(value);
        }
    }

    private static void requireSeries(Value value) throws ExpressionException {
        if (value instanceof Value.Scalar) {
            throw new ExpressionException("[The expression must return a time series]");
        }
    }

    /**
     * The value of a metric or an expression: a time series or several.
     *
     * @param periods the starts of the periods that are evaluated, oldest first
     * @throws ExpressionException if it cannot be evaluated
     */
    public Value value(String id, List<Instant> periods, Source source) throws ExpressionException {
        Value value = new Values(periods, source).value(id);
        requireSeries(value);
        return value;
    }

    /** Everything is evaluated once for a request. */
    private final class Values implements Evaluation.Scope {
        private final List<Instant> periods;
        private final Source source;
        private final Map<String, Value> found = new HashMap<>();
        private final Set<String> under = new HashSet<>();

        Values(List<Instant> periods, Source source) {
            this.periods = periods;
            this.source = source;
        }

        @Override
        public Value value(String id) throws ExpressionException {
            Value before = found.get(id);
            if (before != null) {
                return before;
            }
            MetricDataQuery query = known(id, under);
            Value value = query.expression() == null
                    ? new Value.Series(new TreeMap<>(source.points(query.metricStat())))
                    : new Evaluation(this).of(parsed(query.expression()));
            under.remove(id);
            found.put(id, value);
            return value;
        }

        @Override
        public List<Value.Series> metrics() throws ExpressionException {
            List<Value.Series> metrics = new ArrayList<>();
            for (MetricDataQuery query : byId.values()) {
                if (query.expression() == null && value(query.id()) instanceof Value.Series series) {
                    metrics.add(series);
                }
            }
            if (metrics.isEmpty()) {
                throw new ExpressionException("[METRICS() finds no metric]");
            }
            return metrics;
        }

        @Override
        public List<Instant> periods() {
            return periods;
        }
    }

    /** A query that is not being evaluated already. */
    private MetricDataQuery known(String id, Set<String> under) throws ExpressionException {
        MetricDataQuery query = byId.get(id);
        if (query == null) {
            throw new ExpressionException("[Undefined variable '" + id + "']");
        }
        if (!under.add(id)) {
            throw new ExpressionException("[Circular reference to '" + id + "']");
        }
        return query;
    }

    private Expression parsed(String text) throws ExpressionException {
        Expression known = parsed.get(text);
        if (known == null) {
            known = ExpressionParser.parse(text);
            parsed.put(text, known);
        }
        return known;
    }

    private Set<String> references(Expression expression) {
        Set<String> ids = new HashSet<>();
        switch (expression) {
            case Expression.Reference reference -> ids.add(reference.id());
            case Expression.Negation negation -> ids.addAll(references(negation.operand()));
            case Expression.Operation operation -> {
                ids.addAll(references(operation.left()));
                ids.addAll(references(operation.right()));
            }
            case Expression.Array array -> array.elements().forEach(one -> ids.addAll(references(one)));
            case Expression.Call call -> {
                call.arguments().forEach(one -> ids.addAll(references(one)));
                if (call.function().equals("METRICS")) {
                    byId.values().stream()
                            .filter(query -> query.expression() == null)
                            .forEach(query -> ids.add(query.id()));
                }
            }
            case Expression.Constant _, Expression.Keyword _ -> {}
        }
        return ids;
    }
}
