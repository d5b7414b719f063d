package io.tapdeck.sandbox.cloudwatch;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * How CloudWatch gets from data points to an alarm's state (user guide, "Evaluating an alarm", "Configuring how CloudWatch
 * alarms treat missing data" and "Avoiding premature transitions to alarm state"). A pure function.
 */
final class AlarmEvaluator {

    /** What an alarm does with periods without data. */
    enum Missing {
        MISSING,
        IGNORE,
        BREACHING,
        NOT_BREACHING;

        /** The treatment that {@code TreatMissingData} names. */
        static Missing of(String wireName) {
            return switch (wireName) {
                case "ignore" -> IGNORE;
                case "breaching" -> BREACHING;
                case "notBreaching" -> NOT_BREACHING;
                default -> MISSING;
            };
        }
    }

    /** One period: within the threshold, beyond it, or without data. */
    enum Point {
        WITHIN,
        BREACHING,
        ABSENT
    }

    /** M (datapoints to alarm) of N (evaluation periods), and what absent points count. */
    record Rule(int datapointsToAlarm, int evaluationPeriods, Missing missing) {

        /** How many periods are looked at: more than N, so that a late point does not look like a missing one. */
        int range() {
            return evaluationPeriods + 2;
        }
    }

    private AlarmEvaluator() {}

    /**
     * The state that follows.
     *
     * @param range the points, oldest first, N or more
     * @param current the state so far
     */
    static StateValue evaluate(Rule rule, List<Point> range, StateValue current) {
        List<Point> real = range.stream().filter(point -> point != Point.ABSENT).toList();
        if (real.isEmpty()) {
            return withoutData(rule.missing, current);
        }
        int n = rule.evaluationPeriods;
        if (real.size() >= n) {
            return state(breaching(real.subList(real.size() - n, real.size())) >= rule.datapointsToAlarm);
        }
        int filled = rule.missing == Missing.BREACHING ? n - real.size() : 0;
        if (breaching(real) + filled >= rule.datapointsToAlarm) {
            return StateValue.ALARM;
        }
        return premature(rule, range, current).orElse(StateValue.OK);
    }

    private static StateValue withoutData(Missing missing, StateValue current) {
        return switch (missing) {
            case MISSING -> StateValue.INSUFFICIENT_DATA;
            case IGNORE -> current;
            case BREACHING -> StateValue.ALARM;
            case NOT_BREACHING -> StateValue.OK;
        };
    }

    /**
     * Few points, all of them breaching, the oldest of them at least M periods old. The guide's condition speaks of newer
     * points only; its own table (2 of 3, {@code 0 - X - -} is OK) shows that an older point within the threshold counts
     * against it too.
     */
    private static Optional<StateValue> premature(Rule rule, List<Point> range, StateValue current) {
        boolean longBreaching = !range.contains(Point.WITHIN)
                && range.size() - range.indexOf(Point.BREACHING) >= rule.datapointsToAlarm;
        if (!longBreaching) {
            return Optional.empty();
        }
        return switch (rule.missing) {
            case MISSING -> Optional.of(StateValue.ALARM);
            case IGNORE -> Optional.of(current);
            case BREACHING, NOT_BREACHING -> Optional.empty();
        };
    }

    private static int breaching(List<Point> points) {
        return Collections.frequency(points, Point.BREACHING);
    }

    private static StateValue state(boolean alarm) {
        return alarm ? StateValue.ALARM : StateValue.OK;
    }
}
