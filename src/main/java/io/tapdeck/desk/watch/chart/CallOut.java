package io.tapdeck.desk.watch.chart;

import java.util.List;
import javafx.geometry.Point2D;

/** Finds the place on a chart where a card hides the least. */
final class CallOut {
    private static final double GAP = 8;
    private static final double STEP = 12;

    /** So high are the flags at the top. */
    private static final double FLAGS = 20;

    private CallOut() {}

    /**
     * The upper left corner of a card: as high as possible, and of those places the leftmost, at which no line is behind
     * it; the uppermost right corner where there is none.
     *
     * @param flags of the spans, which should stay in sight
     * @param lines values of horizontal lines, which should too
     */
    static Point2D place(
            Plot plot, Trace trace, double width, double height, List<FlagPainter.Flag> flags, double... lines) {
        double lastX = Math.max(GAP, plot.width() - width - GAP);
        for (double y = GAP; y + height + GAP < plot.height(); y += STEP) {
            double top = plot.value(plot.top() + y - GAP);
            double bottom = plot.value(plot.top() + y + height + GAP);
            if (crossed(lines, bottom, top)) {
                continue;
            }
            for (double x = GAP; x <= lastX; x += STEP) {
                double left = plot.left() + x;
                boolean flagged = y < FLAGS
                        && flags.stream()
                                .anyMatch(flag -> flag.middle() + flag.width() > left
                                        && flag.middle() - flag.width() < left + width);
                if (!flagged && !trace.meets(plot.time(), x - GAP, x + width + GAP, bottom, Double.POSITIVE_INFINITY)) {
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
