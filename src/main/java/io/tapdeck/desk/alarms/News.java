package io.tapdeck.desk.alarms;

import io.tapdeck.desk.home.EnvironmentRow;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.monitor.AlarmChange;
import io.tapdeck.monitor.AlarmState;
import java.util.List;
import java.util.Optional;

/** An alarm of an environment went on. */
record News(EnvironmentRow row, AlarmChange change) {

    /** Its name on the desk. */
    String title() {
        return description(row, change.alarm())
                .map(AlarmDescription::title)
                .orElse(change.alarm().name());
    }

    /** What follows its values; empty for plain counts. */
    String unit() {
        return description(row, change.alarm())
                .map(description -> description.metric().unit())
                .orElse("");
    }

    /** Which alarm of which environment. */
    String subject() {
        return change.stackName() + " " + change.alarm().arn();
    }

    /** Whether the alarm is on now: as the rows have it, unless they were read before this. */
    boolean on(List<EnvironmentRow> rows) {
        AlarmState then = change.alarm();
        return rows.stream()
                        .filter(each -> each.session().equals(row.session())
                                && each.stackName().equals(row.stackName()))
                        .flatMap(each -> each.alarms().stream())
                        .filter(alarm ->
                                alarm.arn().equals(then.arn()) && !alarm.since().isBefore(then.since()))
                        .findFirst()
                        .orElse(then)
                        .state()
                == AlarmState.State.ALARM;
    }

    static Optional<AlarmDescription> description(EnvironmentRow row, AlarmState alarm) {
        return Optional.ofNullable(row.blueprint()).flatMap(blueprint -> blueprint.alarm(alarm.alarmId()));
    }
}
