package io.tapdeck.desk.watch.chart;

import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.AlarmTransition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The states of an alarm over a range, without holes between them. */
public final class AlarmBand {
    private AlarmBand() {}

    /** A span of one state. */
    public record Segment(Instant from, Instant to, AlarmState.State state) {}

    /**
     * The segments of one alarm, oldest first. Before its first known moment there is none.
     *
     * @param transitions of that alarm, in any order
     * @param now the alarm as it is at {@code end}, or null if it does not exist
     */
    public static List<Segment> of(
            List<AlarmTransition> transitions, @Nullable AlarmState now, Instant start, Instant end) {
        List<AlarmTransition> known = transitions.stream()
                .filter(transition -> !transition.at().isAfter(end))
                .sorted(Comparator.comparing(AlarmTransition::at))
                .toList();
        List<Segment> segments = new ArrayList<>();
        if (known.isEmpty()) {
            if (now != null) {
                add(segments, later(now.since(), start), end, now.state());
            }
            return segments;
        }
        add(segments, start, known.getFirst().at(), known.getFirst().from());
        for (int index = 0; index < known.size(); index++) {
            Instant to = index + 1 < known.size() ? known.get(index + 1).at() : end;
            add(
                    segments,
                    later(known.get(index).at(), start),
                    to,
                    known.get(index).to());
        }
        return segments;
    }

    private static void add(List<Segment> segments, Instant from, Instant to, AlarmState.State state) {
        if (!from.isBefore(to)) {
            return;
        }
        if (!segments.isEmpty() && segments.getLast().state() == state) {
            Segment before = segments.removeLast();
            segments.add(new Segment(before.from(), to, state));
        } else {
            segments.add(new Segment(from, to, state));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
