package io.tapdeck.desk.watch.chart;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;

/**
 * Finds the place on a chart where a card hides the least.
 *
 * @param plot of the chart
 * @param trace which should stay in sight
 * @param flags of the spans, which should too
 * @param lines values of horizontal lines, which should too
 */
record CallOut(Plot plot, Trace trace, List<FlagPainter.Flag> flags, List<Double> lines) {
    private static final double GAP = 8;
    private static final double STEP = 4;

    /** So high are the flags at the top. */
    private static final double FLAGS = 20;

    /**
     * Lays a card out where it hides neither data nor lines nor flagged spans. Where there is no such place it may hide
     * spans, but not their flags.
     */
    void lay(Region card) {
        double width = card.prefWidth(-1);
        double height = card.prefHeight(width);
        Point2D at = place(width, height, true)
                .or(() -> place(width, height, false))
                .orElseGet(() ->
                        new Point2D(plot.left() + Math.max(GAP, plot.width() - width - GAP), plot.top() + FLAGS));
        card.resizeRelocate(at.getX(), at.getY(), width, height);
    }

    /** The upper left corner: as high as possible, and of those places the leftmost; empty if there is none. */
    Optional<Point2D> place(double width, double height, boolean clearOfSpans) {
        double lastX = plot.width() - width - GAP;
        for (double y = GAP; y + height + GAP < plot.height(); y += STEP) {
            double top = plot.value(plot.top() + y - GAP);
            double bottom = plot.value(plot.top() + y + height + GAP);
            if (lines.stream().anyMatch(line -> line > bottom && line < top)) {
                continue;
            }
            for (double x = GAP; x <= lastX; x += STEP) {
                double left = plot.left() + x;
                boolean hides = flagged(left, left + width, clearOfSpans, y < FLAGS)
                        || trace.meets(plot.time(), x - GAP, x + width + GAP, bottom, Double.POSITIVE_INFINITY);
                if (!hides) {
                    return Optional.of(new Point2D(left, plot.top() + y));
                }
            }
        }
        return Optional.empty();
    }

    private boolean flagged(double left, double right, boolean spans, boolean high) {
        return flags.stream().anyMatch(flag -> {
            double half = flag.width() / 2 + GAP / 2;
            boolean hidesFlag = high && flag.middle() + half > left && flag.middle() - half < right;
            boolean hidesSpan = spans && flag.to() + GAP / 2 > left && flag.from() - GAP / 2 < right;
            return hidesFlag || hidesSpan;
        });
    }
}
