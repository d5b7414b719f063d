package io.tapdeck.desk.kit;

import io.tapdeck.aws.ServiceClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that moves only when a test says so. */
public final class VirtualClock implements ServiceClock {
    /** The day of the pictures: 14:42 UTC. */
    public static final Instant START = Instant.parse("2026-11-20T14:42:00Z");

    private Instant now = START;
    private final List<Alarm> alarms = new ArrayList<>();

    /** A task that is due again and again. */
    private static final class Alarm {
        private final Duration interval;
        private final Runnable task;
        private Instant due;

        Alarm(Duration interval, Runnable task, Instant due) {
            this.interval = interval;
            this.task = task;
            this.due = due;
        }
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Optional<Instant> lastHeard() {
        return Optional.of(now);
    }

    @Override
    public double rate() {
        return 20;
    }

    /** Moves on, running what becomes due in its order, on the calling thread. */
    public void advance(Duration length) {
        Instant end = instant().plus(length);
        for (Optional<Alarm> next = next(end); next.isPresent(); next = next(end)) {
            next.get().task.run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized Optional<Alarm> next(Instant end) {
        Optional<Alarm> next = alarms.stream()
                .filter(alarm -> !alarm.due.isAfter(end))
                .min(Comparator.comparing((Alarm alarm) -> alarm.due));
        next.ifPresent(alarm -> {
            now = alarm.due;
            alarm.due = alarm.due.plus(alarm.interval);
        });
        return next;
    }

    /** Runs {@code task} every {@code interval} until the returned handle is run. */
    synchronized Runnable every(Duration interval, Runnable task) {
        Alarm alarm = new Alarm(interval, task, now.plus(interval));
        alarms.add(alarm);
        return () -> {
            synchronized (this) {
                alarms.remove(alarm);
            }
        };
    }
}
