package io.tapdeck.sandbox.cloudwatch.workload;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What happened to a queue since its first full minute; computed as far as it is asked for, and kept. */
final class QueueHistory {

    private final Instant start;
    private final QueueSimulation simulation;
    private final TreeMap<Instant, QueueSettings> settings = new TreeMap<>();
    private final List<QueueMinute> minutes = new ArrayList<>();
    /** All jobs done before a minute. */
    private final List<Long> done = new ArrayList<>(List.of(0L));

    /** The history of a queue that was made at a time, with the settings that it was made with. */
    QueueHistory(BackupParameters parameters, Noise noise, Instant createdAt, QueueSettings first) {
        start = createdAt.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        simulation = new QueueSimulation(parameters, noise, start);
        settings.put(start, first);
    }

    /** Other settings hold from a time on; what was before stays. */
    void change(Instant from, QueueSettings next) {
        if (!settings.lastEntry().getValue().equals(next)) {
            Instant minute = from.truncatedTo(ChronoUnit.MINUTES);
            settings.put(minute.isBefore(start) ? start : minute, next);
        }
    }

    Instant start() {
        return start;
    }

    /** A minute that is over; empty when the queue was not there yet. */
    Optional<QueueMinute> at(Instant minute) {
        int index = index(minute);
        if (index < 0) {
            return Optional.empty();
        }
        computeTo(index);
        return Optional.of(minutes.get(index));
    }

    /** How many jobs were done before a minute. */
    long doneBefore(Instant minute) {
        int index = Math.max(0, index(minute));
        computeTo(index - 1);
        return done.get(index);
    }

    private void computeTo(int index) {
        while (minutes.size() <= index) {
            Instant next = start.plus(minutes.size(), ChronoUnit.MINUTES);
            QueueMinute minute = simulation.next(settings.floorEntry(next).getValue());
            minutes.add(minute);
            done.add(done.getLast() + minute.deleted());
        }
    }

    private int index(Instant minute) {
        return Math.toIntExact(Duration.between(start, minute).toMinutes());
    }
}
