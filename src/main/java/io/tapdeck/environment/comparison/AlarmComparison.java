package io.tapdeck.environment.comparison;

import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmDraft;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.MissingData;
import java.util.ArrayList;
import java.util.List;

/** The same alarm in two definitions. */
final class AlarmComparison {
    private final AlarmDescription alarm;
    private final AlarmDraft left;
    private final AlarmDraft right;
    private final List<ComparedValue> values = new ArrayList<>();

    private AlarmComparison(AlarmDescription alarm, AlarmDraft left, AlarmDraft right) {
        this.alarm = alarm;
        this.left = left;
        this.right = right;
    }

    /** Part by part where both environments have it; as a whole where one or neither has. */
    static List<ComparedValue> of(AlarmDescription alarm, Draft left, Draft right) {
        AlarmComparison comparison = new AlarmComparison(alarm, rule(alarm, left), rule(alarm, right));
        boolean inLeft = comparison.left.enabled() && alarm.possible(left.settings());
        boolean inRight = comparison.right.enabled() && alarm.possible(right.settings());
        if (inLeft && inRight) {
            comparison.parts();
        } else {
            comparison.whole(inLeft, inRight);
        }
        return comparison.values;
    }

    /** A definition that is older than the alarm has it as the blueprint proposes it. */
    private static AlarmDraft rule(AlarmDescription alarm, Draft draft) {
        return draft.alarms().stream()
                .filter(rule -> rule.id().equals(alarm.id()))
                .findFirst()
                .orElseGet(() -> AlarmDraft.of(alarm.defaults()));
    }

    private void whole(boolean inLeft, boolean inRight) {
        values.add(new ComparedValue(
                "alarm." + alarm.id() + ".enabled",
                alarm.title(),
                Boolean.toString(inLeft),
                Boolean.toString(inRight),
                inLeft ? sentence(left) : "off",
                inRight ? sentence(right) : "off"));
    }

    private void parts() {
        add("threshold", "threshold", left.threshold(), right.threshold(), threshold(left), threshold(right));
        add("mOfN", "M of N", points(left), points(right), points(left), points(right));
        add("period", "period", left.period(), right.period(), period(left), period(right));
        add(
                "missingData",
                "missing data",
                left.missingData(),
                right.missingData(),
                missingData(left),
                missingData(right));
    }

    private void add(String field, String words, String first, String second, String firstWords, String secondWords) {
        values.add(new ComparedValue(
                "alarm.%s.%s".formatted(alarm.id(), field),
                alarm.title() + ", " + words,
                first,
                second,
                firstWords,
                secondWords));
    }

    private String sentence(AlarmDraft rule) {
        return "at or above %s, %s of %s, missing data %s"
                .formatted(threshold(rule), points(rule), period(rule), missingData(rule));
    }

    private String threshold(AlarmDraft rule) {
        String unit = alarm.metric().plainUnit();
        return unit.isEmpty() ? rule.threshold() : rule.threshold() + " " + unit;
    }

    private static String points(AlarmDraft rule) {
        return rule.datapointsToAlarm() + " of " + rule.evaluationPeriods();
    }

    private static String period(AlarmDraft rule) {
        return rule.period().matches("[1-9]\\d{0,5}") ? length(Integer.parseInt(rule.period())) : rule.period() + " s";
    }

    private static String length(int seconds) {
        if (seconds % 60 != 0) {
            return seconds + " s";
        }
        return seconds % 3600 == 0 ? seconds / 3600 + " h" : seconds / 60 + " min";
    }

    private static String missingData(AlarmDraft rule) {
        return MissingData.of(rule.missingData()).map(MissingData::label).orElse(rule.missingData());
    }
}
