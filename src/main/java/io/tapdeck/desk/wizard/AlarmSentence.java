package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.ValueText;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.MetricDescription;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads an alarm aloud. */
final class AlarmSentence {
    private static final List<String> SMALL = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private AlarmSentence() {}

    /** "ACU utilization alarms when 2 of 3 five-minute averages are at or above 80 %: after 10 to 15 minutes." */
    static String of(AlarmDescription alarm, AlarmRule rule) {
        if (!rule.enabled()) {
            return "%s has no alarm. It is left out of the template.".formatted(alarm.title());
        }
        return "%s alarms when %s at or above %s: after %s."
                .formatted(alarm.title(), periods(alarm, rule), threshold(alarm.metric(), rule), waiting(rule));
    }

    /** "80 %"; a share as it is typed and as it is read on the charts: "0.05 (5 %)". */
    private static String threshold(MetricDescription metric, AlarmRule rule) {
        if (metric.isShare()) {
            return "%s (%s)"
                    .formatted(
                            rule.thresholdText(), ValueText.of(rule.threshold().doubleValue(), metric.unit()));
        }
        return rule.thresholdText() + (metric.unit().isEmpty() ? "" : " " + metric.unit());
    }

    /** Where the values of a metric come from: "AWS/RDS CPUUtilization", or the metrics that are added up. */
    static String source(MetricDescription metric) {
        String parts = metric.parts().stream()
                .map(part -> part.namespace() + " " + part.name())
                .distinct()
                .collect(Collectors.joining(" + "));
        return metric.isSum()
                ? "%d metrics added up: %s".formatted(metric.parts().size(), parts)
                : parts;
    }

    private static String periods(AlarmDescription alarm, AlarmRule rule) {
        String statistic = alarm.metric().statistic().toLowerCase(Locale.ROOT);
        String period = length(rule.periodSeconds()) + " " + statistic;
        int of = rule.evaluationPeriods();
        int needed = rule.datapointsToAlarm();
        if (of == 1) {
            return "one " + period + " is";
        }
        return needed == of
                ? "%d %ss in a row are".formatted(of, period)
                : "%d of %d %ss %s".formatted(needed, of, period, needed == 1 ? "is" : "are");
    }

    private static String length(int seconds) {
        return seconds % 3600 == 0 ? small(seconds / 3600) + "-hour" : small(seconds / 60) + "-minute";
    }

    private static String waiting(AlarmRule rule) {
        int minutes = rule.periodSeconds() / 60;
        int least = rule.datapointsToAlarm() * minutes;
        int most = rule.evaluationPeriods() * minutes;
        if (least % 60 == 0 && most % 60 == 0) {
            return range(least / 60, most / 60, "hour");
        }
        return range(least, most, "minute");
    }

    private static String range(int least, int most, String unit) {
        if (least == most) {
            return least + " " + unit + (least == 1 ? "" : "s");
        }
        return "%d to %d %ss".formatted(least, most, unit);
    }

    private static String small(int number) {
        return number < SMALL.size() ? SMALL.get(number) : Integer.toString(number);
    }
}
