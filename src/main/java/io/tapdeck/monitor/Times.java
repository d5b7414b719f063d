package io.tapdeck.monitor;

import java.time.Duration;
import java.time.Instant;

/** Times on the grid of a period, which begins at the epoch as CloudWatch's does. */
final class Times {
    private Times() {}

    static Instant floor(Instant time, Duration period) {
        long seconds = period.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }

    static Instant ceiling(Instant time, Duration period) {
        Instant floor = floor(time, period);
        return floor.equals(time) ? floor : floor.plus(period);
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
