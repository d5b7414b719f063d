package io.tapdeck.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time that the simulated services see: it stands still during a call and never runs backwards, so that a call that is
 * made again at the time it was first made has the same effect.
 */
final class CallClock implements InstantSource {
    private final AtomicReference<Instant> now;

    CallClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves on to a time; stays where it is if that has passed. */
    Instant moveTo(Instant time) {
        return now.updateAndGet(current -> time.isAfter(current) ? time : current);
    }
}
