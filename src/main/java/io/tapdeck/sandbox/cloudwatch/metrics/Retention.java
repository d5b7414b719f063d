package io.tapdeck.sandbox.cloudwatch.metrics;

import java.time.Duration;
import java.time.Instant;

/** How long CloudWatch keeps values of a period (user guide, "Metrics retention"). */
final class Retention {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);

    private Retention() {}

    /** How far back there are values for periods of a length. */
    static Duration longest(Duration period) {
        if (multiple(period, HOUR)) {
            return Duration.ofDays(455);
        }
        if (multiple(period, FIVE_MINUTES)) {
            return Duration.ofDays(63);
        }
        return multiple(period, MINUTE) ? Duration.ofDays(15) : Duration.ofHours(3);
    }

    /** The start as CloudWatch rounds it (API reference, "GetMetricStatistics", StartTime). */
    static Instant roundDown(Instant start, Duration period, Instant now) {
        Duration age = Duration.between(start, now);
        Duration to = age.compareTo(Duration.ofDays(63)) > 0
                ? HOUR
                : age.compareTo(Duration.ofDays(15)) > 0 ? FIVE_MINUTES : multiple(period, MINUTE) ? MINUTE : period;
        long seconds = to.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(start.getEpochSecond(), seconds) * seconds);
    }

    private static boolean multiple(Duration period, Duration of) {
        return period.toSeconds() % of.toSeconds() == 0;
    }
}
