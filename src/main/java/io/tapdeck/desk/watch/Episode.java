package io.tapdeck.desk.watch;

import io.tapdeck.desk.common.AlarmReason;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.AlarmTransition;
import io.tapdeck.monitor.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span in which an alarm was not OK.
 *
 * @param from when it began
 * @param to when it ended, or null while it lasts
 * @param state ALARM or INSUFFICIENT_DATA
 * @param reason why it began
 */
record Episode(Instant from, @Nullable Instant to, String alarmTitle, State state, String reason) {

    /** How long it lasted, or lasts by now. */
    Duration length(Instant now) {
        return Duration.between(from, to == null ? now : to);
    }

    /** The episodes of a watch, the newest first. */
    static List<Episode> of(Watch watch, Blueprint blueprint) {
        List<Episode> episodes = new ArrayList<>();
        Map<String, Instant> endOf = new HashMap<>();
        for (AlarmTransition transition : watch.transitions()) {
            if (transition.to() != State.OK) {
                episodes.add(new Episode(
                        transition.at(),
                        endOf.get(transition.alarmId()),
                        title(blueprint, transition.alarmId()),
                        transition.to(),
                        AlarmReason.of(transition.summary(), unit(blueprint, transition.alarmId()))));
            }
            endOf.put(transition.alarmId(), transition.at());
        }
        for (AlarmState alarm : watch.alarms()) {
            // It began before the range, so that no transition in it tells; unless it began after a range of the past.
            boolean begun = alarm.since().isBefore(watch.end());
            if (alarm.state() == State.ALARM && begun && !endOf.containsKey(alarm.alarmId())) {
                episodes.add(new Episode(
                        alarm.since(),
                        null,
                        title(blueprint, alarm.alarmId()),
                        State.ALARM,
                        AlarmReason.of(alarm.reason(), unit(blueprint, alarm.alarmId()))));
            }
        }
        episodes.sort(Comparator.comparing(Episode::from).reversed());
        return List.copyOf(episodes);
    }

    private static String title(Blueprint blueprint, String alarmId) {
        return blueprint.alarm(alarmId).map(AlarmDescription::title).orElse(alarmId);
    }

    private static String unit(Blueprint blueprint, String alarmId) {
        return blueprint.alarm(alarmId).map(alarm -> alarm.metric().unit()).orElse("");
    }
}
