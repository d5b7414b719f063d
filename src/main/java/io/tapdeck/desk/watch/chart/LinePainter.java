package io.tapdeck.desk.watch.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints a series: as a line while its points are not many more than the pixels, else one bar per column of pixels. */
final class LinePainter {
    static final double STROKE = 1.5;

    private final GraphicsContext graphics;
    private final Plot plot;
    private final Trace trace;
    private final Samples samples;
    private final int from;
    private final int to;
    private double[] xs = new double[0];
    private double[] ys = new double[0];

    LinePainter(GraphicsContext graphics, Plot plot, Trace trace) {
        this.graphics = graphics;
        this.plot = plot;
        this.trace = trace;
        this.samples = trace.samples();
        // One more point at each side, so that the line goes on to the edges.
        this.from = Math.max(0, samples.after(plot.time().start().toEpochMilli() - 1) - 1);
        this.to = Math.min(samples.size(), samples.after(plot.time().end().toEpochMilli()) + 1);
    }

    private boolean dense() {
        return trace.dense(plot.time());
    }

    /** A span of points without a gap. */
    private interface Run {
        void paint(int first, int end);
    }

    private void eachRun(Run run) {
        int first = from;
        for (int point = from + 1; point <= to; point++) {
            if (point == to || samples.gapBefore(point)) {
                run.paint(first, point);
                first = point;
            }
        }
    }

    /** A column of pixels and the values between which it is filled. */
    private interface Bar {
        void paint(double x, double width, double least, double most);
    }

    /** Columns reach to where the one before them ended, so that a steep line has no holes. */
    private void eachColumn(Bar bar) {
        Columns columns = trace.columns(plot.time().millisPerPixel());
        long start = plot.time().start().toEpochMilli();
        int before = -1;
        for (int column = columns.from(start); column < columns.size(); column++) {
            int x = columns.x(column, start);
            if (x >= plot.width()) {
                break;
            }
            boolean joined = before >= 0 && !columns.begins(column);
            double last = joined ? columns.last(before) : columns.most(column);
            int left = joined ? columns.x(before, start) + 1 : x;
            bar.paint(
                    plot.left() + left,
                    x + 1 - left,
                    joined ? Math.min(last, columns.least(column)) : columns.least(column),
                    joined ? Math.max(last, columns.most(column)) : columns.most(column));
            before = column;
        }
    }

    /** The faint area below. */
    void area(Color colour) {
        graphics.setFill(colour);
        if (dense()) {
            eachColumn((x, width, least, most) -> {
                double y = plot.y(most);
                graphics.fillRect(x, y, width, plot.bottom() - y);
            });
        } else {
            eachRun((first, end) -> fillDownTo(first, end, plot.bottom()));
        }
    }

    /** The line itself; a lonely point is a dot. */
    void line(Stroke stroke) {
        graphics.setFill(stroke.colour());
        if (dense()) {
            eachColumn((x, width, least, most) -> {
                if (stroke.drawn((long) x)) {
                    double top = plot.y(most) - STROKE / 2;
                    graphics.fillRect(x, top, width, plot.y(least) + STROKE / 2 - top);
                }
            });
            return;
        }
        graphics.setStroke(stroke.colour());
        graphics.setLineWidth(STROKE);
        graphics.setLineDashes(stroke.dashes());
        eachRun((first, end) -> {
            int size = place(first, end);
            if (size > 1) {
                graphics.strokePolyline(xs, ys, size);
            } else if (xs[0] >= plot.left() && xs[0] <= plot.right()) {
                graphics.fillOval(xs[0] - STROKE, ys[0] - STROKE, STROKE * 2, STROKE * 2);
            }
        });
        graphics.setLineDashes();
    }

    /** What lies between the threshold and the data at or above it; a flag where it would not be seen. */
    void breaches(double threshold, Color fill, Color flag) {
        double line = plot.y(threshold);
        if (dense()) {
            graphics.setFill(fill);
            eachColumn((x, width, least, most) -> {
                if (most >= threshold) {
                    double y = plot.y(most);
                    graphics.fillRect(x, y, width, line - y);
                }
            });
            return;
        }
        eachRun((first, end) -> {
            graphics.setFill(fill);
            fillAbove(first, end, line);
            for (Breach breach : Breach.of(samples, first, end, plot.time(), threshold)) {
                if (breach.widened()) {
                    double left = plot.left() + breach.from();
                    double peak = plot.y(breach.peak());
                    graphics.setFill(fill);
                    graphics.fillRect(left, peak, Breach.LEAST_WIDTH, Math.max(1, line - peak));
                    paintFlag(left + Breach.LEAST_WIDTH / 2, peak, flag);
                }
            }
        });
    }

    /** Fills between a line and the run above it; without a clip, which makes a canvas slow. */
    private void fillAbove(int first, int end, double line) {
        int size = place(first, end);
        double[] x = new double[2 * size + 2];
        double[] y = new double[2 * size + 2];
        int count = 0;
        boolean any = false;
        for (int point = 0; point < size; point++) {
            if (point > 0 && (ys[point - 1] < line) != (ys[point] < line)) {
                double part = (line - ys[point - 1]) / (ys[point] - ys[point - 1]);
                x[count] = xs[point - 1] + part * (xs[point] - xs[point - 1]);
                y[count++] = line;
            }
            x[count] = xs[point];
            y[count++] = Math.min(ys[point], line);
            any |= ys[point] < line;
        }
        if (any && size > 1) {
            x[count] = xs[size - 1];
            y[count++] = line;
            x[count] = xs[0];
            y[count++] = line;
            graphics.fillPolygon(x, y, count);
        }
    }

    private void paintFlag(double x, double y, Color colour) {
        graphics.setFill(colour);
        double pole = Math.max(plot.top(), y - 9);
        graphics.fillRect(x - 0.5, pole, 1, y - pole);
        graphics.fillPolygon(new double[] {x, x + 6, x}, new double[] {pole, pole + 2.5, pole + 5}, 3);
    }

    private void fillDownTo(int first, int end, double y) {
        int size = place(first, end);
        if (size < 2) {
            return;
        }
        xs[size] = xs[size - 1];
        ys[size] = y;
        xs[size + 1] = xs[0];
        ys[size + 1] = y;
        graphics.fillPolygon(xs, ys, size + 2);
    }

    /** Puts a run into the arrays, cut at the edges of the plot, with room for two corners. */
    private int place(int first, int end) {
        int size = end - first;
        if (xs.length < size + 2) {
            xs = new double[size + 2];
            ys = new double[size + 2];
        }
        for (int point = 0; point < size; point++) {
            xs[point] = plot.x(samples.time(first + point));
            ys[point] = plot.y(samples.value(first + point));
        }
        if (size > 1) {
            cut(0, 1, plot.left());
            cut(size - 1, size - 2, plot.right());
        }
        return size;
    }

    /** Moves an end that lies beyond an edge along the line onto it. */
    private void cut(int outer, int inner, double edge) {
        if ((xs[outer] < edge) != (xs[inner] < edge)) {
            double part = (edge - xs[outer]) / (xs[inner] - xs[outer]);
            ys[outer] += part * (ys[inner] - ys[outer]);
            xs[outer] = edge;
        }
    }
}
