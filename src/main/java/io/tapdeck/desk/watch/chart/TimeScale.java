package io.tapdeck.desk.watch.chart;

import java.time.Duration;
import java.time.Instant;

/**
 * The horizontal axis.
 *
 * @param start at 0
 * @param end at {@code width}; after {@code start}
 * @param width in pixels
 */
public record TimeScale(Instant start, Instant end, double width) {

    /** The pixel of a time; outside of the range it lies outside of the axis. */
    public double x(Instant at) {
        return x(at.toEpochMilli());
    }

    /** The pixel of a time in milliseconds since 1970. */
    double x(long millis) {
        return (millis - start.toEpochMilli()) / millisPerPixel();
    }

    /** How much time a pixel is. */
    double millisPerPixel() {
        return Math.max(1, Duration.between(start, end).toMillis()) / Math.max(1, width);
    }

    /** Whether a time is on the axis. */
    boolean holds(Instant at) {
        return !at.isBefore(start) && !at.isAfter(end);
    }

    /** The time at a pixel. */
    public Instant at(double x) {
        return start.plusMillis(
                Math.round(x / Math.max(1, width) * Duration.between(start, end).toMillis()));
    }

    /** The pixel of a time, not beyond the ends. */
    public double within(Instant at) {
        return Math.clamp(x(at), 0, width);
    }
}
