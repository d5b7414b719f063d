package io.tapdeck.desk.watch.chart;

import javafx.geometry.Point2D;

/** Finds the place on a chart where a card hides the least. */
final class CallOut {
    private static final double GAP = 8;
    private static final double STEP = 12;

    /** Below the flags. */
    private static final double FLAGS = 24;

    private CallOut() {}

    /**
     * The upper left corner of a card: as high as possible, and of those places the leftmost, at which no line is behind
     * it; the uppermost right corner where there is none.
     *
     * @param lines values of horizontal lines that should stay in sight
     */
    static Point2D place(Plot plot, Trace trace, double width, double height, double... lines) {
        double lastX = Math.max(GAP, plot.width() - width - GAP);
        for (double y = FLAGS; y + height + GAP < plot.height(); y += STEP) {
            double top = plot.value(plot.top() + y - GAP);
            double bottom = plot.value(plot.top() + y + height + GAP);
            if (crossed(lines, bottom, top)) {
                continue;
            }
            for (double x = GAP; x <= lastX; x += STEP) {
                if (!trace.meets(plot.time(), x - GAP, x + width + GAP, bottom, Double.POSITIVE_INFINITY)) {
                    return new Point2D(plot.left() + x, plot.top() + y);
                }
            }
        }
        return new Point2D(plot.left() + lastX, plot.top() + FLAGS);
    }

    private static boolean crossed(double[] lines, double bottom, double top) {
        for (double line : lines) {
            if (line > bottom && line < top) {
                return true;
            }
        }
        return false;
    }
}
