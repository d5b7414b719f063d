package io.tapdeck.desk.watch;

import io.tapdeck.desk.watch.chart.AlarmBand.Segment;
import io.tapdeck.monitor.AlarmState.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Several alarms as one: at every moment the state that matters most. */
final class WorstBand {
    private WorstBand() {}

    /** The bands of several alarms laid over one another, oldest first. */
    static List<Segment> of(List<List<Segment>> bands) {
        List<Segment> all = bands.stream().flatMap(List::stream).toList();
        TreeSet<Instant> edges = new TreeSet<>();
        all.forEach(segment -> {
            edges.add(segment.from());
            edges.add(segment.to());
        });
        List<Segment> worst = new ArrayList<>();
        List<Instant> times = List.copyOf(edges);
        for (int index = 0; index + 1 < times.size(); index++) {
            Instant from = times.get(index);
            Instant to = times.get(index + 1);
            all.stream()
                    .filter(segment ->
                            !segment.from().isAfter(from) && !segment.to().isBefore(to))
                    .map(Segment::state)
                    .max(Comparator.comparingInt(WorstBand::weight))
                    .ifPresent(state -> add(worst, new Segment(from, to, state)));
        }
        return worst;
    }

    private static void add(List<Segment> worst, Segment next) {
        if (!worst.isEmpty()
                && worst.getLast().state() == next.state()
                && worst.getLast().to().equals(next.from())) {
            Segment before = worst.removeLast();
            worst.add(new Segment(before.from(), next.to(), next.state()));
        } else {
            worst.add(next);
        }
    }

    private static int weight(State state) {
        return switch (state) {
            case OK -> 0;
            case INSUFFICIENT_DATA -> 1;
            case ALARM -> 2;
        };
    }
}
