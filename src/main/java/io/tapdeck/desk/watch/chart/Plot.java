package io.tapdeck.desk.watch.chart;

import io.tapdeck.monitor.Series.Point;
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

    static Plot of(ChartData data, ValueScale values, double width, double height) {
        double inner = Math.max(1, width - LEFT - RIGHT);
        return new Plot(
                LEFT, TOP, Math.max(1, height - TOP - BOTTOM), new TimeScale(data.start(), data.end(), inner), values);
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

    double x(Instant at) {
        return left + time.within(at);
    }

    double y(double value) {
        return bottom() - values.part(value) * height;
    }

    double x(Point point) {
        return x(point.at());
    }

    double y(Point point) {
        return y(point.value());
    }
}
