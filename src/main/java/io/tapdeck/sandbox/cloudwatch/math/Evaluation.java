package io.tapdeck.sandbox.cloudwatch.math;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Evaluates an expression over periods.
 *
 * <p>Missing points: the guide says of FILL that it fills the missing values of a time series, and of the statistics over
 * several series that they take each timestamp's points. It is silent on an operator at a timestamp where only one side has
 * a point; users observe that {@code missing + 0} is 0 (compiler-explorer/infra, pull request 1661). So here a side that is
 * missing counts as 0 in sums and differences, products and quotients are missing, and where no side has a point, there is
 * none.
 */
final class Evaluation {

    /** Where an expression finds its metrics. */
    interface Scope {
        /** The value of a metric or of another expression. */
        Value value(String id) throws ExpressionException;

        /** Every metric of the request, expressions left out. */
        List<Value.Series> metrics() throws ExpressionException;

        /** The starts of the periods that are evaluated, oldest first. */
        List<Instant> periods();
    }

    private final Scope scope;

    Evaluation(Scope scope) {
        this.scope = scope;
    }

    Value of(Expression expression) throws ExpressionException {
        return switch (expression) {
            case Expression.Constant constant -> new Value.Scalar(constant.value());
            case Expression.Reference reference -> scope.value(reference.id());
            case Expression.Keyword keyword ->
                throw new ExpressionException("[Unexpected token '" + keyword.word() + "']");
            case Expression.Negation negation -> operate('*', new Value.Scalar(-1), of(negation.operand()));
            case Expression.Operation operation ->
                operate(operation.operator(), of(operation.left()), of(operation.right()));
            case Expression.Array array -> new Value.Array(array(array.elements()));
            case Expression.Call call -> call(call);
        };
    }

    private Value call(Expression.Call call) throws ExpressionException {
        List<Expression> arguments = call.arguments();
        return switch (call.function()) {
            case "METRICS" -> new Value.Array(scope.metrics());
            case "SUM" -> statistic(only(call), DoubleStream::sum);
            case "AVG" -> statistic(only(call), values -> values.average().orElse(0));
            case "MIN" -> statistic(only(call), values -> values.min().orElse(0));
            case "MAX" -> statistic(only(call), values -> values.max().orElse(0));
            case "FILL" -> {
                if (arguments.size() != 2) {
                    throw arguments(call);
                }
                yield fill(of(arguments.getFirst()), arguments.getLast());
            }
            default -> throw new IllegalStateException(call.function());
        };
    }

    private Value only(Expression.Call call) throws ExpressionException {
        if (call.arguments().size() != 1) {
            throw arguments(call);
        }
        return of(call.arguments().getFirst());
    }

    /** Of one series a scalar, of several a series over the points of each timestamp. */
    private static Value statistic(Value value, Function<DoubleStream, Double> statistic) {
        return switch (value) {
            case Value.Scalar scalar -> scalar;
            case Value.Series series ->
                new Value.Scalar(
                        statistic.apply(series.points().values().stream().mapToDouble(each -> each)));
            case Value.Array array -> {
                SortedMap<Instant, Double> points = new TreeMap<>();
                TreeSet<Instant> times = new TreeSet<>();
                array.series().forEach(series -> times.addAll(series.points().keySet()));
                for (Instant time : times) {
                    points.put(
                            time,
                            statistic.apply(array.series().stream()
                                    .filter(series -> series.points().containsKey(time))
                                    .mapToDouble(series -> series.points().get(time))));
                }
                yield new Value.Series(points);
            }
        };
    }

    private Value fill(Value value, Expression filler) throws ExpressionException {
        return switch (value) {
            case Value.Scalar scalar -> scalar;
            case Value.Series series -> fillSeries(series, filler);
            case Value.Array array -> {
                List<Value.Series> filled = new ArrayList<>();
                for (Value.Series series : array.series()) {
                    filled.add(fillSeries(series, filler));
                }
                yield new Value.Array(filled);
            }
        };
    }

    private Value.Series fillSeries(Value.Series series, Expression filler) throws ExpressionException {
        boolean repeats =
                filler instanceof Expression.Keyword keyword && keyword.word().equals("REPEAT");
        Value other = repeats ? new Value.Scalar(0) : of(filler);
        SortedMap<Instant, Double> points = new TreeMap<>();
        OptionalDouble last = OptionalDouble.empty();
        for (Instant period : scope.periods()) {
            Double own = series.points().get(period);
            OptionalDouble point = own != null ? OptionalDouble.of(own) : repeats ? last : at(other, period);
            point.ifPresent(found -> points.put(period, found));
            last = point;
        }
        return new Value.Series(points);
    }

    private static Value operate(char operator, Value left, Value right) throws ExpressionException {
        if (left instanceof Value.Array || right instanceof Value.Array) {
            List<Value.Series> results = new ArrayList<>();
            int size = Math.max(size(left), size(right));
            for (int index = 0; index < size; index++) {
                results.add(series(operate(operator, element(left, index, size), element(right, index, size))));
            }
            return new Value.Array(results);
        }
        if (left instanceof Value.Scalar one && right instanceof Value.Scalar other) {
            return new Value.Scalar(operate(operator, one.number(), other.number()));
        }
        TreeSet<Instant> times = new TreeSet<>();
        for (Value side : List.of(left, right)) {
            if (side instanceof Value.Series series) {
                times.addAll(series.points().keySet());
            }
        }
        SortedMap<Instant, Double> points = new TreeMap<>();
        boolean additive = operator == '+' || operator == '-';
        for (Instant time : times) {
            OptionalDouble one = at(left, time);
            OptionalDouble other = at(right, time);
            if (additive || (one.isPresent() && other.isPresent())) {
                double result = operate(operator, one.orElse(0), other.orElse(0));
                // CloudWatch has no infinite values and none that are not numbers: a division by zero gives no point.
                if (Double.isFinite(result)) {
                    points.put(time, result);
                }
            }
        }
        return new Value.Series(points);
    }

    private static int size(Value value) {
        return value instanceof Value.Array array ? array.series().size() : 0;
    }

    private static Value element(Value value, int index, int size) throws ExpressionException {
        if (!(value instanceof Value.Array array)) {
            return value;
        }
        if (array.series().size() != size) {
            throw new ExpressionException("[Arrays must have the same number of time series]");
        }
        return array.series().get(index);
    }

    private static OptionalDouble at(Value value, Instant time) {
        return switch (value) {
            case Value.Scalar scalar -> OptionalDouble.of(scalar.number());
            case Value.Series series -> {
                Double point = series.points().get(time);
                yield point == null ? OptionalDouble.empty() : OptionalDouble.of(point);
            }
            case Value.Array _ -> OptionalDouble.empty();
        };
    }

    private static double operate(char operator, double left, double right) {
        return switch (operator) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '*' -> left * right;
            case '/' -> left / right;
            default -> Math.pow(left, right);
        };
    }

    private List<Value.Series> array(List<Expression> elements) throws ExpressionException {
        List<Value.Series> all = new ArrayList<>();
        for (Expression element : elements) {
            Value value = of(element);
            if (value instanceof Value.Array array) {
                all.addAll(array.series());
            } else {
                all.add(series(value));
            }
        }
        return all;
    }

    private static Value.Series series(Value value) throws ExpressionException {
        if (value instanceof Value.Series series) {
            return series;
        }
        throw new ExpressionException("[An array takes time series only]");
    }

    private static ExpressionException arguments(Expression.Call call) {
        return new ExpressionException("[Wrong number of arguments for function '" + call.function() + "']");
    }
}
