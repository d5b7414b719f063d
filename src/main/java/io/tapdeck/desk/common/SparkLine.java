package io.tapdeck.desk.common;

import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/**
 * A small line of one series over a span of time, with a dot at its end; there is no line over a gap. Painted, since a
 * list may show dozens of them while it scrolls, and painted anew only when it shows something else.
 */
public final class SparkLine extends Drawing {
    private static final double HEIGHT = 17;
    private static final double DOT = 2;
    private static final double STROKE = 1.25;

    /** A line that small shows no more than a point every other pixel. */
    private static final int PIXELS_PER_POINT = 2;

    /** More than this many periods without a point are a gap. */
    private static final int GAP_PERIODS = 2;

    /** What is painted: {@code end} is the right edge; the threshold is NaN unless its alarm rings. */
    private record Shown(Series series, Instant end, Duration span, double threshold) {
        List<Point> points() {
            return series.points().stream()
                    .filter(point ->
                            !point.at().isBefore(end.minus(span)) && !point.at().isAfter(end))
                    .toList();
        }
    }

    private final double wide;
    private @Nullable Shown shown;

    /** A line of that width that shows nothing yet. */
    public SparkLine(double width) {
        wide = width;
        setMinSize(width, HEIGHT);
        setPrefSize(width, HEIGHT);
        setMaxSize(width, HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("no data");
    }

    /** A line of that width that shows a series; see {@link #show}. */
    public SparkLine(Series series, Instant end, Duration span, double width, double threshold) {
        this(width);
        show(series, end, span, threshold);
    }

    /**
     * Shows a series.
     *
     * @param end the right edge; the left one is {@code span} earlier
     * @param threshold drawn if the alarm that belongs to it rings; {@link Double#NaN} for none
     */
    public void show(Series series, Instant end, Duration span, double threshold) {
        Shown now = new Shown(series, end, span, threshold);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        List<Point> points = now.points();
        setAccessibleText(
                points.isEmpty()
                        ? "no data"
                        : points.size() + " points, last " + points.getLast().value());
        repaint();
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        Shown now = shown;
        if (now == null) {
            return;
        }
        List<Point> points = now.points();
        boolean alarm = !Double.isNaN(now.threshold());
        double most = points.stream().mapToDouble(Point::value).max().orElse(1);
        double top = Math.max(alarm ? Math.max(most, now.threshold()) : most, 1e-9) * 1.15;
        int step = Math.max(1, (int) (now.span().dividedBy(now.series().period()) * PIXELS_PER_POINT / wide));
        graphics.setLineWidth(STROKE);
        for (List<Point> run : runs(points, now.series().period())) {
            draw(graphics, thinned(run, step), now, top, alarm);
        }
        if (alarm) {
            double y = HEIGHT * (1 - now.threshold() / top);
            graphics.setStroke(ink(Ink.THRESHOLD));
            graphics.setLineDashes(3, 2);
            graphics.strokeLine(0, y, wide - DOT, y);
            graphics.setLineDashes();
        }
        if (!points.isEmpty()) {
            Point last = points.getLast();
            graphics.setFill(ink(alarm ? Ink.ALARM_BAND : Ink.SERIES));
            graphics.fillOval(x(last, now) - DOT, Math.min(y(last, top), HEIGHT - DOT) - DOT, 2 * DOT, 2 * DOT);
        }
    }

    private void draw(GraphicsContext graphics, List<Point> run, Shown now, double top, boolean alarm) {
        int size = run.size();
        double[] xs = new double[size + 2];
        double[] ys = new double[size + 2];
        for (int i = 0; i < size; i++) {
            xs[i] = x(run.get(i), now);
            ys[i] = y(run.get(i), top);
        }
        xs[size] = xs[size - 1];
        xs[size + 1] = xs[0];
        ys[size] = HEIGHT;
        ys[size + 1] = HEIGHT;
        graphics.setFill(ink(Ink.AREA));
        graphics.fillPolygon(xs, ys, size + 2);
        graphics.setStroke(ink(alarm ? Ink.ALARM_BAND : Ink.SERIES));
        graphics.strokePolyline(xs, ys, size);
    }

    static List<List<Point>> runs(List<Point> points, Duration period) {
        List<List<Point>> runs = new ArrayList<>();
        for (Point point : points) {
            boolean joins = !runs.isEmpty()
                    && Duration.between(runs.getLast().getLast().at(), point.at())
                                    .compareTo(period.multipliedBy(GAP_PERIODS))
                            <= 0;
            if (!joins) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(point);
        }
        return runs;
    }

    /** The mean of every {@code step} points; the last point stays as it is. */
    static List<Point> thinned(List<Point> run, int step) {
        List<Point> thin = new ArrayList<>();
        for (int start = 0; start < run.size() - 1; start += step) {
            List<Point> group = run.subList(start, Math.min(start + step, run.size()));
            double mean = group.stream().mapToDouble(Point::value).average().orElse(0);
            thin.add(new Point(group.getFirst().at(), mean));
        }
        thin.add(run.getLast());
        return thin;
    }

    private double x(Point point, Shown now) {
        double part = 1
                - (double) Duration.between(point.at(), now.end()).toMillis()
                        / now.span().toMillis();
        return part * (wide - DOT);
    }

    private static double y(Point point, double top) {
        return Math.min(HEIGHT * (1 - point.value() / top), HEIGHT - STROKE / 2);
    }
}
