package io.tapdeck.desk.watch.chart;

import java.time.Instant;

/**
 * Where a chart's data is on its canvas.
 *
 * @param left edge of the plot
 * @param top edge of the plot
 * @param height of the plot
 * @param time the horizontal axis; its width is the plot's
 * @param values the vertical axis
 */
record Plot(double left, double top, double height, TimeScale time, ValueScale values) {
    /** Room for the numbers at the left, unless they need more. */
    private static final double LEFT = 40;

    /** Between the numbers and the plot. */
    static final double NUMBERS_GAP = 9;

    /** Room for half of the grip. */
    private static final double RIGHT = 6;

    /** Room for half of the uppermost number. */
    private static final double TOP = 8;

    /** Band and times. */
    private static final double BOTTOM = 36;

    /**
     * The plot of a canvas.
     *
     * @param numbers width of the widest number of the vertical axis
     */
    static Plot of(TimeWindow.Span shown, ValueScale values, double numbers, double width, double height) {
        double left = Math.max(LEFT, Math.ceil(numbers) + NUMBERS_GAP + 2);
        TimeScale time = new TimeScale(shown.start(), shown.end(), Math.max(1, width - left - RIGHT));
        return new Plot(left, TOP, Math.max(1, height - TOP - BOTTOM), time, values);
    }

    double width() {
        return time.width();
    }

    double right() {
        return left + width();
    }

    double bottom() {
        return top + height;
    }

    double bandTop() {
        return bottom() + 6;
    }

    /** The middle of the times. */
    double timesY() {
        return bandTop() + 18;
    }

    double x(Instant at) {
        return left + time.within(at);
    }

    /** The pixel of a time in milliseconds since 1970, possibly outside of the plot. */
    double x(long millis) {
        return left + time.x(millis);
    }

    double y(double value) {
        return bottom() - values.part(value) * height;
    }

    /** The time at a pixel, within the plot. */
    Instant at(double x) {
        return time.at(Math.clamp(x - left, 0, width()));
    }

    /** The value at a pixel, within the plot. */
    double value(double y) {
        return Math.clamp((bottom() - y) / height, 0, 1) * values.top();
    }
}
