package io.tapdeck.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The sandbox's time: it starts at a moment and runs at a chosen multiple of real time. Thread-safe. */
public final class SandboxClock implements InstantSource {
    private final InstantSource real;
    private final Instant realStart;
    private final Instant start;
    private final double speed;

    /**
     * Starts the clock.
     *
     * @param real what measures real time
     * @param start the sandbox's time at this moment
     * @param speed how many of its seconds pass in a real one; above 0
     */
    public SandboxClock(InstantSource real, Instant start, double speed) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("The speed must be a number above 0, not " + speed + ".");
        }
        this.real = real;
        this.realStart = real.instant();
        this.start = start;
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        Duration elapsed = Duration.between(realStart, real.instant());
        return start.plusMillis(Math.round(elapsed.toMillis() * speed));
    }

    /** How many of its seconds pass in a real one. */
    public double speed() {
        return speed;
    }
}
