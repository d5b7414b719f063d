package io.tapdeck.sandbox.cloudwatch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * Why an alarm is in its state, in CloudWatch's own words and as its StateReasonData. The texts are those that AWS was
 * recorded to give; data points are listed newest first.
 *
 * @param evaluated oldest first
 * @param time of the evaluation
 */
record AlarmReason(
        MetricAlarm alarm,
        AlarmEvaluator.Rule rule,
        StateValue state,
        List<AlarmCheck.Period> evaluated,
        Instant time) {
    private static final DateTimeFormatter IN_TEXT =
            DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter IN_DATA = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    String text() {
        List<AlarmCheck.Period> real = real();
        int absent = evaluated.size() - real.size();
        if (state == StateValue.INSUFFICIENT_DATA) {
            return "Insufficient Data: %s unknown.".formatted(was(absent, "datapoint"));
        }
        if (real.isEmpty()) {
            return "Threshold Crossed: no datapoints were received for %s and %s treated as [%s]."
                    .formatted(
                            count(rule.evaluationPeriods(), "period"), was(absent, "missing datapoint"), treatment());
        }
        String crossed = alarm.datapointsToAlarm() == null ? all(real) : someOf(real);
        boolean filled = absent > 0
                && (rule.missing() == AlarmEvaluator.Missing.BREACHING
                        || rule.missing() == AlarmEvaluator.Missing.NOT_BREACHING);
        return filled
                ? crossed.substring(0, crossed.length() - 1)
                        + " and %s treated as [%s].".formatted(was(absent, "missing datapoint"), treatment())
                : crossed;
    }

    /** Without DatapointsToAlarm: "2 datapoints [..] were greater than the threshold (1.0)." */
    private String all(List<AlarmCheck.Period> real) {
        List<AlarmCheck.Period> telling = telling(real);
        return "Threshold Crossed: %s [%s] %s %s the threshold (%s)."
                .formatted(
                        count(telling.size(), "datapoint"),
                        list(telling),
                        verb(telling.size()),
                        AlarmCheck.comparison(alarm),
                        alarm.threshold());
    }

    /** With DatapointsToAlarm: "2 out of the last 3 datapoints [..] were .. (minimum 2 datapoints for ..)." */
    private String someOf(List<AlarmCheck.Period> real) {
        List<AlarmCheck.Period> telling = telling(real);
        boolean alarmed = state == StateValue.ALARM;
        int least = alarmed ? rule.datapointsToAlarm() : rule.evaluationPeriods() - rule.datapointsToAlarm() + 1;
        return "Threshold Crossed: %d out of the last %s [%s] %s %s the threshold (%s) (minimum %s for %s transition)."
                .formatted(
                        telling.size(),
                        count(evaluated.size(), "datapoint"),
                        list(telling),
                        verb(telling.size()),
                        AlarmCheck.comparison(alarm),
                        alarm.threshold(),
                        count(least, "datapoint"),
                        alarmed ? "OK -> ALARM" : "ALARM -> OK");
    }

    /** The points that speak for the state. */
    private List<AlarmCheck.Period> telling(List<AlarmCheck.Period> real) {
        return real.stream()
                .filter(period -> AlarmCheck.breaching(alarm, value(period)) == (state == StateValue.ALARM))
                .toList();
    }

    String data() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("version", "1.0").put("queryDate", IN_DATA.format(time));
        List<AlarmCheck.Period> real = real();
        if (!real.isEmpty()) {
            data.put("startDate", IN_DATA.format(real.getFirst().at()));
        }
        if (alarm.unitAsString() != null) {
            data.put("unit", alarm.unitAsString());
        }
        AlarmMetric metric = new AlarmMetric(alarm);
        if (!metric.isMath()) {
            data.put("statistic", alarm.statisticAsString());
        }
        data.put("period", metric.period().toSeconds());
        ArrayNode recent = data.putArray("recentDatapoints");
        real.forEach(period -> recent.add(value(period)));
        data.put("threshold", alarm.threshold());
        ArrayNode points = data.putArray("evaluatedDatapoints");
        for (AlarmCheck.Period period : evaluated.reversed()) {
            ObjectNode point = points.addObject().put("timestamp", IN_DATA.format(period.at()));
            period.reading().ifPresent(reading -> {
                reading.samples().ifPresent(samples -> point.put("sampleCount", samples));
                point.put("value", reading.value());
            });
        }
        return data.toString();
    }

    private List<AlarmCheck.Period> real() {
        return evaluated.stream().filter(period -> period.reading().isPresent()).toList();
    }

    private static double value(AlarmCheck.Period period) {
        return period.reading().orElseThrow().value();
    }

    private static String list(List<AlarmCheck.Period> periods) {
        return periods.reversed().stream()
                .map(period -> value(period) + " (" + IN_TEXT.format(period.at()) + ")")
                .collect(Collectors.joining(", "));
    }

    private String verb(int count) {
        return (count == 1 ? "was" : "were") + (state == StateValue.ALARM ? "" : " not");
    }

    private String treatment() {
        return rule.missing() == AlarmEvaluator.Missing.BREACHING ? "Breaching" : "NonBreaching";
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String was(int count, String noun) {
        return count(count, noun) + (count == 1 ? " was" : " were");
    }
}
