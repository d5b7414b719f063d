package io.tapdeck.monitor;

import java.time.Duration;

/** How far back a chart looks, and the period of its points (GetMetricData: what is kept for how long). */
public enum Range {
    HOUR("1 h", Duration.ofHours(1), Duration.ofMinutes(1)),
    THREE_HOURS("3 h", Duration.ofHours(3), Duration.ofMinutes(1)),
    HALF_DAY("12 h", Duration.ofHours(12), Duration.ofMinutes(1)),
    DAY("1 d", Duration.ofDays(1), Duration.ofMinutes(5)),
    WEEK("7 d", Duration.ofDays(7), Duration.ofMinutes(5)),
    MONTH("30 d", Duration.ofDays(30), Duration.ofHours(1)),
    TWO_MONTHS("63 d", Duration.ofDays(63), Duration.ofHours(1)),
    YEAR("15 mo", Duration.ofDays(455), Duration.ofHours(1));

    private final String label;
    private final Duration length;
    private final Duration period;

    Range(String label, Duration length, Duration period) {
        this.label = label;
        this.length = length;
        this.period = period;
    }

    /** The words on screen. */
    public String label() {
        return label;
    }

    public Duration length() {
        return length;
    }

    /** The period of its points. */
    public Duration period() {
        return period;
    }
}
