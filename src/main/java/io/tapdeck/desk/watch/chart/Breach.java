package io.tapdeck.desk.watch.chart;

import io.tapdeck.monitor.Series.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * A span in which the data is at or above the threshold.
 *
 * @param from left edge, in pixels
 * @param to right edge
 * @param peak the greatest value in it
 * @param widened whether it would be too narrow to be seen; then it is drawn wider and has a flag
 */
public record Breach(double from, double to, double peak, boolean widened) {
    /** Narrower ones cannot be seen. */
    static final double LEAST_WIDTH = 8;

    /** The breaches of a run, from left to right. The edges are where the line crosses the threshold. */
    public static List<Breach> of(List<Point> run, TimeScale scale, double threshold) {
        List<Breach> breaches = new ArrayList<>();
        double from = Double.NaN;
        double peak = 0;
        for (int index = 0; index < run.size(); index++) {
            Point point = run.get(index);
            boolean over = point.value() >= threshold;
            if (over && Double.isNaN(from)) {
                from = index == 0 ? scale.x(point.at()) : crossing(run.get(index - 1), point, scale, threshold);
                peak = point.value();
            } else if (over) {
                peak = Math.max(peak, point.value());
            } else if (!Double.isNaN(from)) {
                breaches.add(seen(from, crossing(run.get(index - 1), point, scale, threshold), peak, scale));
                from = Double.NaN;
            }
        }
        if (!Double.isNaN(from)) {
            breaches.add(seen(from, scale.x(run.getLast().at()), peak, scale));
        }
        return breaches;
    }

    private static double crossing(Point before, Point after, TimeScale scale, double threshold) {
        double part = (threshold - before.value()) / (after.value() - before.value());
        double left = scale.x(before.at());
        return left + (scale.x(after.at()) - left) * part;
    }

    private static Breach seen(double from, double to, double peak, TimeScale scale) {
        if (to - from >= LEAST_WIDTH) {
            return new Breach(from, to, peak, false);
        }
        double left = Math.clamp((from + to - LEAST_WIDTH) / 2, 0, Math.max(0, scale.width() - LEAST_WIDTH));
        return new Breach(left, left + LEAST_WIDTH, peak, true);
    }
}
