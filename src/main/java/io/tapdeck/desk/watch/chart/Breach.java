package io.tapdeck.desk.watch.chart;

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
record Breach(double from, double to, double peak, boolean widened) {
    /** Narrower ones cannot be seen. */
    static final double LEAST_WIDTH = 8;

    /**
     * The breaches of a run, from left to right. The edges are where the line crosses the threshold.
     *
     * @param from first point of the run
     * @param to behind its last point
     */
    static List<Breach> of(Samples samples, int from, int to, TimeScale scale, double threshold) {
        List<Breach> breaches = new ArrayList<>();
        double left = Double.NaN;
        double peak = 0;
        for (int point = from; point < to; point++) {
            double value = samples.value(point);
            boolean over = value >= threshold;
            if (over && Double.isNaN(left)) {
                left = point == from ? scale.x(samples.time(point)) : crossing(samples, point, scale, threshold);
                peak = value;
            } else if (over) {
                peak = Math.max(peak, value);
            } else if (!Double.isNaN(left)) {
                breaches.add(seen(left, crossing(samples, point, scale, threshold), peak, scale));
                left = Double.NaN;
            }
        }
        if (!Double.isNaN(left)) {
            breaches.add(seen(left, scale.x(samples.time(to - 1)), peak, scale));
        }
        return breaches;
    }

    /** Where the line to a point crosses the threshold. */
    private static double crossing(Samples samples, int point, TimeScale scale, double threshold) {
        double before = samples.value(point - 1);
        double part = (threshold - before) / (samples.value(point) - before);
        double left = scale.x(samples.time(point - 1));
        return left + (scale.x(samples.time(point)) - left) * part;
    }

    private static Breach seen(double from, double to, double peak, TimeScale scale) {
        if (to - from >= LEAST_WIDTH) {
            return new Breach(from, to, peak, false);
        }
        double left = Math.clamp((from + to - LEAST_WIDTH) / 2, 0, Math.max(0, scale.width() - LEAST_WIDTH));
        return new Breach(left, left + LEAST_WIDTH, peak, true);
    }
}
