package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.ValueText;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Paints thresholds: dashed, with their value on the line. */
final class ThresholdPainter {
    private final GraphicsContext graphics;
    private final Plot plot;
    private final ChartData data;

    ThresholdPainter(GraphicsContext graphics, Plot plot, ChartData data) {
        this.graphics = graphics;
        this.plot = plot;
        this.data = data;
    }

    /** A threshold; that of the alarm has a grip at the right edge. */
    void paint(Threshold threshold, boolean grip, Color colour) {
        double y = Math.round(plot.y(threshold.value())) + 0.5;
        graphics.setStroke(colour);
        graphics.setFill(colour);
        graphics.setLineWidth(1.25);
        graphics.setLineDashes(grip ? new double[] {5, 3} : new double[] {2, 3});
        graphics.strokeLine(plot.left(), y, plot.right(), y);
        graphics.setLineDashes();
        if (grip) {
            graphics.fillRoundRect(plot.right() - 4, y - 6, 8, 12, 4, 4);
        }
        String value = ValueText.of(threshold.value(), data.unit());
        String words = threshold.name().isEmpty() ? value : threshold.name() + " " + value;
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(words, freePlace(y, GridPainter.textWidth(words)), y - 9);
    }

    /** The first place from the left at which the data is not behind the words. */
    private double freePlace(double y, double width) {
        double first = plot.left() + 14;
        Samples samples = data.main();
        for (double x = first; x + width + 14 < plot.right(); x += 8) {
            if (free(samples, x - 6, x + width + 6, y)) {
                return x;
            }
        }
        return first;
    }

    private boolean free(Samples samples, double left, double right, double y) {
        int from = samples.after(plot.time().at(left - plot.left()).toEpochMilli() - 1);
        int to = samples.after(plot.time().at(right - plot.left()).toEpochMilli());
        for (int point = from; point < to; point++) {
            double at = plot.y(samples.value(point));
            if (at < y + 2 && at > y - 20) {
                return false;
            }
        }
        return true;
    }
}
