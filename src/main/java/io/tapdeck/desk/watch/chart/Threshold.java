package io.tapdeck.desk.watch.chart;

/**
 * A line that data is held against; data at or above it breaches.
 *
 * @param value in the chart's unit
 * @param name what it is besides its value, such as "warning"; empty for the chart's own alarm
 * @param series the place of the line that is held against it
 */
public record Threshold(double value, String name, int series) {
    /** A further line for the chart's own series. */
    public Threshold(double value, String name) {
        this(value, name, 0);
    }

    /** The threshold of the chart's alarm. */
    public static Threshold of(double value) {
        return new Threshold(value, "");
    }
}
