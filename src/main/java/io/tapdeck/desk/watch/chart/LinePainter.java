package io.tapdeck.desk.watch.chart;

import io.tapdeck.monitor.Series.Point;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints the runs of a series: as a line while points are fewer than pixels, else one bar per column of pixels. */
final class LinePainter {
    private static final double STROKE = 1.5;

    private final GraphicsContext graphics;
    private final Plot plot;

    LinePainter(GraphicsContext graphics, Plot plot) {
        this.graphics = graphics;
        this.plot = plot;
    }

    private boolean dense(List<Point> run) {
        return run.size() > plot.width();
    }

    /** The faint area below a run. */
    void area(List<Point> run, Color colour) {
        graphics.setFill(colour);
        if (dense(run)) {
            for (Column column : Column.of(run, plot.time())) {
                double y = plot.y(column.most());
                graphics.fillRect(plot.left() + column.x(), y, 1, plot.bottom() - y);
            }
        } else if (run.size() > 1) {
            fillDownTo(run, plot.bottom());
        }
    }

    /** The line itself; a lonely point is a dot. */
    void line(List<Point> run, Color colour) {
        if (run.size() == 1) {
            graphics.setFill(colour);
            graphics.fillOval(plot.x(run.getFirst()) - STROKE, plot.y(run.getFirst()) - STROKE, STROKE * 2, STROKE * 2);
        } else if (dense(run)) {
            graphics.setFill(colour);
            for (Column column : Column.of(run, plot.time())) {
                double top = plot.y(column.most());
                double height = Math.max(STROKE, plot.y(column.least()) - top);
                graphics.fillRect(plot.left() + column.x(), top, 1, height);
            }
        } else {
            graphics.setStroke(colour);
            graphics.setLineWidth(STROKE);
            double[] xs = run.stream().mapToDouble(plot::x).toArray();
            double[] ys = run.stream().mapToDouble(plot::y).toArray();
            graphics.strokePolyline(xs, ys, run.size());
        }
    }

    /** What lies between the threshold and the data at or above it; a flag where it would not be seen. */
    void breaches(List<Point> run, double threshold, Color fill, Color flag) {
        double line = plot.y(threshold);
        for (Breach breach : Breach.of(run, plot.time(), threshold)) {
            double from = plot.left() + breach.from();
            double width = breach.to() - breach.from();
            graphics.setFill(fill);
            if (breach.widened()) {
                double peak = plot.y(breach.peak());
                graphics.fillRect(from, peak, width, Math.max(1, line - peak));
                paintFlag(from + width / 2, peak, flag);
            } else {
                graphics.save();
                graphics.beginPath();
                graphics.rect(from, plot.top(), width, line - plot.top());
                graphics.clip();
                graphics.setFill(fill);
                fillDownTo(run, line);
                graphics.restore();
            }
        }
    }

    private void paintFlag(double x, double y, Color colour) {
        graphics.setFill(colour);
        double pole = Math.max(plot.top(), y - 9);
        graphics.fillRect(x - 0.5, pole, 1, y - pole);
        graphics.fillPolygon(new double[] {x, x + 6, x}, new double[] {pole, pole + 2.5, pole + 5}, 3);
    }

    private void fillDownTo(List<Point> run, double y) {
        int size = run.size();
        double[] xs = new double[size + 2];
        double[] ys = new double[size + 2];
        for (int index = 0; index < size; index++) {
            xs[index] = plot.x(run.get(index));
            ys[index] = plot.y(run.get(index));
        }
        xs[size] = xs[size - 1];
        ys[size] = y;
        xs[size + 1] = xs[0];
        ys[size + 1] = y;
        graphics.fillPolygon(xs, ys, size + 2);
    }
}
