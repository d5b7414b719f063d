package io.tapdeck.sandbox.cloudwatch;

import io.tapdeck.sandbox.cloudwatch.metrics.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * One evaluation of one alarm: looks at the periods that end now (user guide, "Alarm evaluation window": they slide with the
 * evaluation) and says which state follows, and why.
 */
final class AlarmCheck {

    /** A period and its value, if there is one. */
    record Period(Instant at, Optional<AlarmMetric.Reading> reading) {}

    private final Metrics metrics;

    AlarmCheck(Metrics metrics) {
        this.metrics = metrics;
    }

    /** How often an alarm is evaluated. */
    static Duration interval(AlarmMetric metric) {
        return Duration.ofSeconds(metric.period().toSeconds() < 60 ? 10 : 60);
    }

    /** Evaluates at a time; its periods end there. */
    AlarmReason at(AlarmMetric metric, Instant time) {
        MetricAlarm alarm = metric.alarm();
        AlarmEvaluator.Rule rule = rule(metric);
        List<Period> range = range(metric, rule, time);
        List<AlarmEvaluator.Point> points =
                range.stream().map(period -> point(alarm, period)).toList();
        StateValue state = AlarmEvaluator.evaluate(rule, points, alarm.stateValue());
        return new AlarmReason(alarm, rule, state, evaluated(range, rule.evaluationPeriods()), time);
    }

    /** The periods that are looked at, oldest first: with N values found, older ones no longer matter. */
    private List<Period> range(AlarmMetric metric, AlarmEvaluator.Rule rule, Instant time) {
        List<Instant> starts = new ArrayList<>();
        for (int back = rule.range(); back >= 1; back--) {
            starts.add(time.minus(metric.period().multipliedBy(back)));
        }
        SortedMap<Instant, AlarmMetric.Reading> readings = metric.readings(metrics, starts);
        List<Period> range = new ArrayList<>();
        int real = 0;
        for (Instant start : starts.reversed()) {
            if (real < rule.evaluationPeriods()) {
                Period period = new Period(start, Optional.ofNullable(readings.get(start)));
                real += period.reading().isPresent() ? 1 : 0;
                range.addFirst(period);
            }
        }
        return range;
    }

    /** The rule of an alarm. Alarms on AWS/DynamoDB always ignore missing data (user guide). */
    private static AlarmEvaluator.Rule rule(AlarmMetric metric) {
        MetricAlarm alarm = metric.alarm();
        String missing =
                metric.isOnDynamoDb() ? "ignore" : Objects.requireNonNullElse(alarm.treatMissingData(), "missing");
        return new AlarmEvaluator.Rule(
                alarm.datapointsToAlarm() == null ? alarm.evaluationPeriods() : alarm.datapointsToAlarm(),
                alarm.evaluationPeriods(),
                AlarmEvaluator.Missing.of(missing));
    }

    private static AlarmEvaluator.Point point(MetricAlarm alarm, Period period) {
        return period.reading()
                .map(reading -> breaching(alarm, reading.value())
                        ? AlarmEvaluator.Point.BREACHING
                        : AlarmEvaluator.Point.WITHIN)
                .orElse(AlarmEvaluator.Point.ABSENT);
    }

    /** The N newest periods with values; filled up with the newest without. */
    private static List<Period> evaluated(List<Period> range, int n) {
        List<Period> real =
                range.stream().filter(period -> period.reading().isPresent()).toList();
        if (real.size() >= n) {
            return real.subList(real.size() - n, real.size());
        }
        List<Period> absent =
                range.stream().filter(period -> period.reading().isEmpty()).toList();
        int fill = Math.min(n - real.size(), absent.size());
        List<Period> evaluated = new ArrayList<>(real);
        evaluated.addAll(absent.subList(absent.size() - fill, absent.size()));
        evaluated.sort((one, other) -> one.at().compareTo(other.at()));
        return evaluated;
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
