package io.tapdeck.monitor;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that charts show.
 *
 * @param start inclusive
 * @param end exclusive, after the start
 * @param resolution as wished; where it is not kept, the next finer or else coarser one is shown
 */
public record Window(Instant start, Instant end, Resolution resolution) {
    /** A chart of so many points a pixel looks no better with more. */
    private static final int POINTS_PER_PIXEL = 2;

    public Window {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A window from %s to %s".formatted(start, end));
        }
    }

    /** A range's window that ends now. */
    public static Window of(Range range, Instant now) {
        return new Window(now.minus(range.length()), now, Resolution.of(range.period()));
    }

    /** A window at the finest resolution that so many pixels can show. */
    public static Window of(Instant start, Instant end, int pixels) {
        Duration length = Duration.between(start, end);
        for (Resolution resolution : Resolution.values()) {
            if (length.dividedBy(resolution.period()) <= (long) POINTS_PER_PIXEL * pixels) {
                return new Window(start, end, resolution);
            }
        }
        return new Window(start, end, Resolution.HOUR);
    }

    /** From start to end. */
    public Duration length() {
        return Duration.between(start, end);
    }
}
