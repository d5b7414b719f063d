package io.tapdeck.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an alarm was in ALARM.
 *
 * @param alarmId the {@link io.tapdeck.environment.AlarmDescription#id} of the alarm
 * @param to when it left ALARM, or null while it is on
 * @param reason CloudWatch's words for why it went on
 */
public record AlarmRing(
        String alarmId, Instant from, @Nullable Instant to, String reason) {

    /** The rings among changes of state; both newest first. */
    static List<AlarmRing> of(List<AlarmTransition> transitions) {
        List<AlarmRing> rings = new ArrayList<>();
        Map<String, Instant> next = new HashMap<>();
        for (AlarmTransition transition : transitions) {
            if (transition.to() == AlarmState.State.ALARM) {
                rings.add(new AlarmRing(
                        transition.alarmId(), transition.at(), next.get(transition.alarmId()), transition.summary()));
            }
            next.put(transition.alarmId(), transition.at());
        }
        return rings;
    }
}
