package io.tapdeck.desk.watch.chart;

/**
 * A line that data is held against; data at or above it breaches.
 *
 * @param value in the chart's unit
 * @param name what it is besides its value, such as "warning"; empty for the chart's own alarm
 */
public record Threshold(double value, String name) {
    /** The threshold of the chart's alarm. */
    public static Threshold of(double value) {
        return new Threshold(value, "");
    }
}
