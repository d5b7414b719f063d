package io.tapdeck.desk.alarms;

import io.tapdeck.desk.home.EnvironmentRow;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.monitor.AlarmChange;
import io.tapdeck.monitor.AlarmState;
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

    static Optional<AlarmDescription> description(EnvironmentRow row, AlarmState alarm) {
        return Optional.ofNullable(row.blueprint()).flatMap(blueprint -> blueprint.alarm(alarm.alarmId()));
    }
}
