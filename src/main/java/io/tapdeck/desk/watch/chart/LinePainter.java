package io.tapdeck.desk.watch.chart;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints a series, column of pixels by column of pixels. */
final class LinePainter {
    private static final double STROKE = 1.5;

    private final GraphicsContext graphics;
    private final Plot plot;
    private final Samples samples;
    private final boolean dense;
    private final List<Run> runs;
    private final Profile profile;

    LinePainter(GraphicsContext graphics, Plot plot, Trace trace) {
        this.graphics = graphics;
        this.plot = plot;
        this.samples = trace.samples();
        this.dense = trace.dense(plot.time());
        this.runs = dense ? List.of() : Run.of(samples, plot.time());
        this.profile = Profile.of(trace, plot, runs);
    }

    /** The faint area below. */
    void area(Color colour) {
        graphics.setFill(colour);
        for (int x = 0; x < profile.width(); x++) {
            if (profile.has(x)) {
                double y = (profile.top(x) + profile.bottom(x)) / 2;
                graphics.fillRect(plot.left() + x, y, 1, plot.bottom() - y);
            }
        }
    }

    /** The line itself; a lonely point is a dot. */
    void line(Stroke stroke) {
        graphics.setFill(stroke.colour());
        for (int x = 0; x < profile.width(); x++) {
            if (profile.has(x) && stroke.drawn(x)) {
                double top = profile.top(x);
                double high = profile.bottom(x) - top;
                // A column of a flat line is as high as the stroke; of a steep one as far as it runs, and a little
                // more.
                double more = STROKE / (1 + high / 4);
                graphics.fillRect(plot.left() + x, top - more / 2, 1, high + more);
            }
        }
        for (Run run : runs) {
            double x = plot.x(samples.time(run.first()));
            if (run.lonely() && x >= plot.left() && x <= plot.right()) {
                double y = plot.y(samples.value(run.first()));
                graphics.fillRect(x - STROKE, y - STROKE, STROKE * 2, STROKE * 2);
            }
        }
    }

    /** What lies between the threshold and the data at or above it; a flag where it would not be seen. */
    void breaches(double threshold, Color fill, Color flag) {
        double line = plot.y(threshold);
        graphics.setFill(fill);
        for (int x = 0; x < profile.width(); x++) {
            if (profile.has(x) && profile.top(x) < line) {
                graphics.fillRect(plot.left() + x, profile.top(x), 1, line - profile.top(x));
            }
        }
        for (Run run : runs) {
            for (Breach breach : Breach.of(samples, run.first(), run.end(), plot.time(), threshold)) {
                if (breach.widened() && breach.from() >= 0) {
                    double left = plot.left() + breach.from();
                    double peak = plot.y(breach.peak());
                    graphics.setFill(fill);
                    graphics.fillRect(left, peak, Breach.LEAST_WIDTH, Math.max(1, line - peak));
                    paintFlag(left + Breach.LEAST_WIDTH / 2, peak, flag);
                }
            }
        }
    }

    private void paintFlag(double x, double y, Color colour) {
        graphics.setFill(colour);
        double pole = Math.max(plot.top(), y - 9);
        graphics.fillRect(x - 0.5, pole, 1, y - pole);
        graphics.fillPolygon(new double[] {x, x + 6, x}, new double[] {pole, pole + 2.5, pole + 5}, 3);
    }
}
