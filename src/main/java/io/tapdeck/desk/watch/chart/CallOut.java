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
     * Lays a card out where it hides neither data nor lines nor flagged spans: in one width or, if it has no room so, as
     * narrow as it can be. Where there is no such place at all it may hide spans, but not their flags.
     */
    void lay(Region card) {
        double wide = card.prefWidth(-1);
        double narrow = card.minWidth(-1);
        if (!lay(card, wide, true) && !lay(card, narrow, true) && !lay(card, wide, false)) {
            double x = Math.max(GAP, plot.width() - wide - GAP);
            card.resizeRelocate(plot.left() + x, plot.top() + FLAGS, wide, card.prefHeight(wide));
        }
    }

    private boolean lay(Region card, double width, boolean clearOfSpans) {
        double height = card.prefHeight(width);
        Optional<Point2D> place = place(width, height, clearOfSpans);
        place.ifPresent(at -> card.resizeRelocate(at.getX(), at.getY(), width, height));
        return place.isPresent();
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
