package io.tapdeck.desk.common;

import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/**
 * A small line of one series over a span of time, with a dot at its end. Shapes rather than a canvas: they take their
 * colours from the style sheet and follow the theme by themselves. There is no line over a gap.
 */
public final class SparkLine extends Region {
    private static final double HEIGHT = 17;
    private static final double DOT = 2;

    /** A line that small shows no more than a point every other pixel. */
    private static final int PIXELS_PER_POINT = 2;

    /** More than this many periods without a point are a gap. */
    private static final int GAP_PERIODS = 2;

    /**
     * A spark line.
     *
     * @param end the right edge; the left one is {@code span} earlier
     * @param threshold drawn if the alarm that belongs to it rings; {@link Double#NaN} for none
     */
    public SparkLine(Series series, Instant end, Duration span, double width, double threshold) {
        setMinSize(width, HEIGHT);
        setPrefSize(width, HEIGHT);
        setMaxSize(width, HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        List<Point> points = series.points().stream()
                .filter(point ->
                        !point.at().isBefore(end.minus(span)) && !point.at().isAfter(end))
                .toList();
        boolean alarm = !Double.isNaN(threshold);
        double most = points.stream().mapToDouble(Point::value).max().orElse(1);
        double top = Math.max(alarm ? Math.max(most, threshold) : most, 1e-9) * 1.15;
        int step = Math.max(1, (int) (span.dividedBy(series.period()) * PIXELS_PER_POINT / width));
        for (List<Point> run : runs(points, series.period())) {
            draw(thinned(run, step), end, span, width, top, alarm);
        }
        if (alarm) {
            double y = HEIGHT * (1 - threshold / top);
            Line line = new Line(0, y, width - DOT, y);
            line.getStyleClass().add("td-spark-threshold");
            getChildren().add(line);
        }
        if (!points.isEmpty()) {
            Point last = points.getLast();
            Circle dot = new Circle(x(last, end, span, width), HEIGHT * (1 - last.value() / top), DOT);
            dot.getStyleClass().addAll("td-spark-dot", alarm ? "alarm" : "calm");
            getChildren().add(dot);
        }
        setAccessibleText(
                points.isEmpty()
                        ? "no data"
                        : points.size() + " points, last " + points.getLast().value());
    }

    private void draw(List<Point> run, Instant end, Duration span, double width, double top, boolean alarm) {
        Polyline line = new Polyline();
        Polygon area = new Polygon();
        area.getPoints().addAll(x(run.getFirst(), end, span, width), HEIGHT);
        for (Point point : run) {
            Double x = x(point, end, span, width);
            Double y = HEIGHT * (1 - point.value() / top);
            line.getPoints().addAll(x, y);
            area.getPoints().addAll(x, y);
        }
        area.getPoints().addAll(x(run.getLast(), end, span, width), HEIGHT);
        line.getStyleClass().addAll("td-spark-line", alarm ? "alarm" : "calm");
        area.getStyleClass().add("td-spark-area");
        getChildren().addAll(area, line);
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

    private static double x(Point point, Instant end, Duration span, double width) {
        double part = 1 - (double) Duration.between(point.at(), end).toMillis() / span.toMillis();
        return part * (width - DOT);
    }
}
