package io.tapdeck.desk.watch.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Paints thresholds with their values on the line, where neither data nor the words of another are behind the words. */
final class ThresholdPainter {
    private static final double HEIGHT = 17;
    private static final double GAP = 12;

    private final GraphicsContext graphics;
    private final Plot plot;
    private final List<Trace> traces;
    private final List<Rectangle2D> written = new ArrayList<>();
    private final Captions captions;

    ThresholdPainter(GraphicsContext graphics, Plot plot, List<Trace> traces, Captions captions) {
        this.graphics = graphics;
        this.plot = plot;
        this.traces = List.copyOf(traces);
        this.captions = captions;
    }

    /**
     * A threshold, dashed.
     *
     * @param own whether it is that of the chart's alarm
     */
    void paint(Threshold threshold, ChartData data, boolean own, Color colour) {
        double y = line(threshold.value(), colour, 1.25, own ? 5 : 2, 3);
        String value = Amount.of(threshold.value(), data.unit());
        String words = threshold.name().isEmpty() ? value : threshold.name() + " " + value;
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        double width = captions.width(words);
        double top = struck(data.thresholds(), y) ? y + 1 : y - HEIGHT;
        double x = freePlace(width, top);
        graphics.fillText(words, x, top + HEIGHT / 2);
        written.add(new Rectangle2D(x, top, width, HEIGHT));
    }

    /** The value that the alarm has while another is tried: a ghost with its words at the right. */
    void ghost(double value, String unit, Color colour) {
        double y = line(value, colour, 1, 3, 2);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText("now " + Amount.of(value, unit), plot.right() - 8, y - 9);
    }

    /** The value that is tried. */
    void tried(double value, Color colour) {
        line(value, colour, 2, plot.width(), 0);
    }

    /** Rectangles, since a dashed stroke takes a canvas much longer. */
    private double line(double value, Color colour, double width, double drawn, double left) {
        double y = Math.round(plot.y(value)) + 0.5;
        graphics.setFill(colour);
        for (double x = plot.left(); x < plot.right(); x += drawn + left) {
            graphics.fillRect(x, y - width / 2, Math.min(drawn, plot.right() - x), width);
        }
        return y;
    }

    /** Whether another line is so near above that it would run through the words: then they stand below. */
    private boolean struck(List<Threshold> all, double y) {
        return all.stream()
                .mapToDouble(other -> plot.y(other.value()))
                .anyMatch(above -> above < y - 1 && above > y - HEIGHT - 1);
    }

    /** The first place from the left at which neither data nor other words are behind the words. */
    private double freePlace(double width, double top) {
        double highest = plot.value(top - 3);
        double lowest = plot.value(top + HEIGHT + 2);
        double first = 14;
        for (double x = first; x + width + 14 < plot.width(); x += 8) {
            double left = x;
            boolean crossed = traces.stream()
                    .anyMatch(trace -> trace.meets(plot.time(), left - 6, left + width + 6, lowest, highest));
            if (!crossed && !taken(plot.left() + x, width, top)) {
                return plot.left() + x;
            }
        }
        double x = plot.left() + first;
        for (Rectangle2D words : written) {
            // No place is free of data: then at least behind the words that stand there.
            x = words.intersects(x, top, width, HEIGHT) ? words.getMaxX() + GAP : x;
        }
        return x;
    }

    private boolean taken(double x, double width, double top) {
        return written.stream().anyMatch(words -> words.intersects(x - GAP, top, width + 2 * GAP, HEIGHT));
    }
}
