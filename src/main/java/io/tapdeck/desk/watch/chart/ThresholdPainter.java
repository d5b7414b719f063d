package io.tapdeck.desk.watch.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Paints thresholds with their values on the line, where no data is behind the words. */
final class ThresholdPainter {
    private final GraphicsContext graphics;
    private final Plot plot;
    private final Trace trace;
    private final Captions captions;

    ThresholdPainter(GraphicsContext graphics, Plot plot, Trace trace, Captions captions) {
        this.graphics = graphics;
        this.plot = plot;
        this.trace = trace;
        this.captions = captions;
    }

    /**
     * A threshold, dashed.
     *
     * @param own whether it is that of the chart's alarm
     */
    void paint(Threshold threshold, String unit, boolean own, Color colour) {
        double y = line(threshold.value(), colour, 1.25, own ? 5 : 2, 3);
        String value = Amount.of(threshold.value(), unit);
        String words = threshold.name().isEmpty() ? value : threshold.name() + " " + value;
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText(words, freePlace(threshold.value(), captions.width(words)), y - 9);
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

    /** The first place from the left at which the data is not behind the words. */
    private double freePlace(double value, double width) {
        double perPixel = plot.values().top() / plot.height();
        double first = 14;
        for (double x = first; x + width + 14 < plot.width(); x += 8) {
            if (!trace.meets(plot.time(), x - 6, x + width + 6, value - 2 * perPixel, value + 20 * perPixel)) {
                return plot.left() + x;
            }
        }
        return plot.left() + first;
    }
}
