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
    /** Room for the numbers at the left. */
    private static final double LEFT = 40;

    /** Room for half of the grip. */
    private static final double RIGHT = 6;

    /** Room for half of the uppermost number. */
    private static final double TOP = 8;

    /** Band and times. */
    private static final double BOTTOM = 36;

    static Plot of(TimeWindow.Span shown, ValueScale values, double width, double height) {
        double inner = Math.max(1, width - LEFT - RIGHT);
        return new Plot(
                LEFT,
                TOP,
                Math.max(1, height - TOP - BOTTOM),
                new TimeScale(shown.start(), shown.end(), inner),
                values);
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
}
