package io.tapdeck.sandbox.cloudwatch;

import io.tapdeck.sandbox.cloudwatch.metrics.MetricKey;
import io.tapdeck.sandbox.cloudwatch.metrics.Metrics;
import io.tapdeck.sandbox.cloudwatch.metrics.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * One evaluation of one alarm: looks at the periods that end now (user guide, "Alarm evaluation window": they slide with the
 * evaluation) and says which state follows, and why.
 */
final class AlarmCheck {

    /** A period and its values, if there are any. */
    record Period(Instant at, Optional<StatisticSet> values) {}

    private final Metrics metrics;

    AlarmCheck(Metrics metrics) {
        this.metrics = metrics;
    }

    /** How often an alarm is evaluated. */
    static Duration interval(MetricAlarm alarm) {
        return Duration.ofSeconds(alarm.period() < 60 ? 10 : 60);
    }

    /** Evaluates at a time; its periods end there. */
    AlarmReason at(MetricAlarm alarm, Instant time) {
        AlarmEvaluator.Rule rule = rule(alarm);
        List<Period> range = new ArrayList<>();
        int real = 0;
        // With N values found, older periods no longer matter.
        for (int back = 1; back <= rule.range() && real < rule.evaluationPeriods(); back++) {
            Period period = period(alarm, time.minusSeconds((long) back * alarm.period()));
            real += period.values().isPresent() ? 1 : 0;
            range.addFirst(period);
        }
        List<AlarmEvaluator.Point> points =
                range.stream().map(period -> point(alarm, period)).toList();
        StateValue state = AlarmEvaluator.evaluate(rule, points, alarm.stateValue());
        return new AlarmReason(alarm, rule, state, evaluated(range, rule.evaluationPeriods()), time);
    }

    private Period period(MetricAlarm alarm, Instant at) {
        return new Period(
                at,
                metrics.statistics(
                        MetricKey.of(alarm.namespace(), alarm.metricName(), alarm.dimensions()),
                        at,
                        at.plusSeconds(alarm.period()),
                        alarm.unitAsString()));
    }

    /** The rule of an alarm. Alarms on AWS/DynamoDB always ignore missing data (user guide). */
    static AlarmEvaluator.Rule rule(MetricAlarm alarm) {
        String missing = alarm.namespace().equals("AWS/DynamoDB")
                ? "ignore"
                : Objects.requireNonNullElse(alarm.treatMissingData(), "missing");
        return new AlarmEvaluator.Rule(
                alarm.datapointsToAlarm() == null ? alarm.evaluationPeriods() : alarm.datapointsToAlarm(),
                alarm.evaluationPeriods(),
                AlarmEvaluator.Missing.of(missing));
    }

    private static AlarmEvaluator.Point point(MetricAlarm alarm, Period period) {
        return period.values()
                .map(values -> breaching(alarm, value(alarm, values))
                        ? AlarmEvaluator.Point.BREACHING
                        : AlarmEvaluator.Point.WITHIN)
                .orElse(AlarmEvaluator.Point.ABSENT);
    }

    /** The N newest periods with values; filled up with the newest without. */
    private static List<Period> evaluated(List<Period> range, int n) {
        List<Period> real =
                range.stream().filter(period -> period.values().isPresent()).toList();
        if (real.size() >= n) {
            return real.subList(real.size() - n, real.size());
        }
        List<Period> absent =
                range.stream().filter(period -> period.values().isEmpty()).toList();
        int fill = Math.min(n - real.size(), absent.size());
        List<Period> evaluated = new ArrayList<>(real);
        evaluated.addAll(absent.subList(absent.size() - fill, absent.size()));
        evaluated.sort((one, other) -> one.at().compareTo(other.at()));
        return evaluated;
    }

    static double value(MetricAlarm alarm, StatisticSet values) {
        return values.value(alarm.statisticAsString());
    }

    static boolean breaching(MetricAlarm alarm, double value) {
        return switch (alarm.comparisonOperator()) {
            case GREATER_THAN_OR_EQUAL_TO_THRESHOLD -> value >= alarm.threshold();
            case GREATER_THAN_THRESHOLD -> value > alarm.threshold();
            case LESS_THAN_THRESHOLD -> value < alarm.threshold();
            case LESS_THAN_OR_EQUAL_TO_THRESHOLD -> value <= alarm.threshold();
            default -> throw new IllegalStateException(alarm.comparisonOperatorAsString());
        };
    }

    /** The comparison in CloudWatch's words, such as "greater than or equal to". */
    static String comparison(MetricAlarm alarm) {
        return alarm.comparisonOperator()
                .name()
                .replace("_THRESHOLD", "")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .strip();
    }
}
