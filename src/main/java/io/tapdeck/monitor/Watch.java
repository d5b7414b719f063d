package io.tapdeck.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one environment over a range.
 *
 * @param asOf the endpoint's time of the newest answer that is in it
 * @param start start of the range
 * @param end end of the range
 * @param series one per chart of the blueprint, in its order; without points where there are none
 * @param alarms in the blueprint's order; an alarm that does not exist is absent
 * @param transitions newest first, within the range
 */
public record Watch(
        Instant asOf,
        Instant start,
        Instant end,
        List<Series> series,
        List<AlarmState> alarms,
        List<AlarmTransition> transitions) {
    public Watch {
        series = List.copyOf(series);
        alarms = List.copyOf(alarms);
        transitions = List.copyOf(transitions);
    }

    /** The series of a chart. */
    public Optional<Series> series(String chartId) {
        return series.stream()
                .filter(candidate -> candidate.chartId().equals(chartId))
                .findFirst();
    }

    /** The alarm of an id. */
    public Optional<AlarmState> alarm(String alarmId) {
        return alarms.stream().filter(alarm -> alarm.alarmId().equals(alarmId)).findFirst();
    }
}
