package io.tapdeck.monitor;

import java.time.Duration;
import java.time.Instant;

/** How close together the points are that CloudWatch keeps, and how long (CloudWatch user guide, "Metrics retention"). */
public enum Resolution {
    MINUTE(Duration.ofMinutes(1), Duration.ofDays(15), Duration.ofDays(90)),
    FIVE_MINUTES(Duration.ofMinutes(5), Duration.ofDays(63), Duration.ofDays(455)),
    HOUR(Duration.ofHours(1), Duration.ofDays(455), Duration.ofDays(1095));

    private final Duration period;
    private final Duration keptByCloudWatch;
    private final Duration keptHere;

    Resolution(Duration period, Duration keptByCloudWatch, Duration keptHere) {
        this.period = period;
        this.keptByCloudWatch = keptByCloudWatch;
        this.keptHere = keptHere;
    }

    /** Between points. */
    public Duration period() {
        return period;
    }

    /** How long CloudWatch gives such points. */
    public Duration keptByCloudWatch() {
        return keptByCloudWatch;
    }

    /** How long they stay in the local database. */
    public Duration keptHere() {
        return keptHere;
    }

    /** The start of the first full hour that CloudWatch still has at this resolution. */
    Instant oldestAtCloudWatch(Instant now) {
        return Times.ceiling(now.minus(keptByCloudWatch), HOUR.period);
    }

    /** The coarsest that is at least as fine as a period; a minute for shorter ones. */
    static Resolution of(Duration period) {
        return period.compareTo(HOUR.period) >= 0
                ? HOUR
                : period.compareTo(FIVE_MINUTES.period) >= 0 ? FIVE_MINUTES : MINUTE;
    }
}
