package io.tapdeck.desk.watch;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Tag;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.monitor.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The state of a chart's alarm in a tag. */
public final class AlarmTag {
    private AlarmTag() {}

    /** The tag of an alarm, or of none. */
    public static Tag of(Optional<AlarmState> alarm, Instant now) {
        if (alarm.isEmpty()) {
            return new Tag("No alarm", Icons.NO_ALARM, "");
        }
        return switch (alarm.get().state()) {
            case OK ->
                alarm.get().actionsEnabled()
                        ? new Tag("OK", Icons.OK, "td-success")
                        : new Tag("OK, actions off", Icons.ACTIONS_OFF, "td-warning");
            case ALARM ->
                new Tag(
                        "ALARM, " + TimeText.rough(Duration.between(alarm.get().since(), now)),
                        Icons.ALARM,
                        "td-danger");
            case INSUFFICIENT_DATA -> new Tag("waiting for the first data", Icons.WAITING, "");
        };
    }
}
