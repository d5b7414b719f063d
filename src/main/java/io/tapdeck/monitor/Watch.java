package io.tapdeck.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one environment over a range.
 *
 * @param asOf the endpoint's time of the newest answer that is in it
 * @param start start of the range
 * @param end end of the range
 * @param series one per chart of the blueprint, in its order; without points where there are none
 * @param alarms in the blueprint's order; an alarm that does not exist is absent
 * @param transitions newest first, within the range
 * @param members the further lines of the charts, such as the writer's beside the cluster's average
 * @param composites the alarms over alarms of this environment, by name
 * @param acknowledgements of alarms that are still on, newest first, at most one for each
 * @param late if the last question had no answer; else null
 */
public record Watch(
        Instant asOf,
        Instant start,
        Instant end,
        List<Series> series,
        List<AlarmState> alarms,
        List<AlarmTransition> transitions,
        List<Series> members,
        List<CompositeAlarm> composites,
        List<Acknowledgement> acknowledgements,
        @Nullable Late late) {
    public Watch {
        series = List.copyOf(series);
        alarms = List.copyOf(alarms);
        transitions = List.copyOf(transitions);
        members = List.copyOf(members);
        composites = List.copyOf(composites);
        acknowledgements = List.copyOf(acknowledgements);
    }

    /** Charts and alarms, and nothing beside them. */
    public Watch(
            Instant asOf,
            Instant start,
            Instant end,
            List<Series> series,
            List<AlarmState> alarms,
            List<AlarmTransition> transitions) {
        this(asOf, start, end, series, alarms, transitions, List.of(), List.of(), List.of(), null);
    }

    /** The series of a chart. */
    public Optional<Series> series(String chartId) {
        return series.stream()
                .filter(candidate -> candidate.chartId().equals(chartId))
                .findFirst();
    }

    /** The further lines of a chart, in its description's order. */
    public List<Series> members(String chartId) {
        return members.stream()
                .filter(candidate -> candidate.chartId().equals(chartId))
                .toList();
    }

    /** The alarm of an id. */
    public Optional<AlarmState> alarm(String alarmId) {
        return alarms.stream().filter(alarm -> alarm.alarmId().equals(alarmId)).findFirst();
    }

    /** The acknowledgement of an alarm that is still on. */
    public Optional<Acknowledgement> acknowledgement(AlarmState alarm) {
        return acknowledgements.stream()
                .filter(candidate -> candidate.alarmArn().equals(alarm.arn()))
                .findFirst();
    }
}
