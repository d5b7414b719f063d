package io.tapdeck.desk.watch.chart;

import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A series cut where periods are missing: a missing period is a gap, never a line and never zero.
 *
 * @param runs points without a gap between them, oldest first; none is empty
 * @param gaps the spans without data, oldest first
 */
public record Runs(List<List<Point>> runs, List<Gap> gaps) {
    /**
     * CloudWatch takes a few minutes to have the newest points; only what is later than that is missing at the end of
     * the range.
     */
    private static final Duration DELIVERY = Duration.ofMinutes(5);

    public Runs {
        runs = List.copyOf(runs);
        gaps = List.copyOf(gaps);
    }

    /**
     * A span without data.
     *
     * @param beforeFirst whether there is no data before it either
     */
    public record Gap(Instant from, Instant to, boolean beforeFirst) {}

    /** Cuts the points of a series that lie between {@code start} and {@code end}. */
    public static Runs of(Series series, Instant start, Instant end) {
        List<List<Point>> runs = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        Instant last = start;
        List<Point> run = new ArrayList<>();
        // A point may come a little late within its period; one and a half periods without one is a missing period.
        Duration joins = series.period().multipliedBy(3).dividedBy(2);
        for (Point point : series.points()) {
            if (point.at().isBefore(start) || point.at().isAfter(end)) {
                continue;
            }
            if (Duration.between(last, point.at()).compareTo(joins) > 0) {
                gaps.add(new Gap(last, point.at(), run.isEmpty() && runs.isEmpty()));
                if (!run.isEmpty()) {
                    runs.add(List.copyOf(run));
                    run.clear();
                }
            }
            run.add(point);
            last = point.at();
        }
        boolean nothing = run.isEmpty();
        if (!nothing) {
            runs.add(List.copyOf(run));
        }
        Duration tail = joins.plus(nothing ? Duration.ZERO : DELIVERY);
        if (Duration.between(last, end).compareTo(tail) > 0) {
            gaps.add(new Gap(last, end, nothing));
        }
        return new Runs(runs, gaps);
    }

    /** The greatest value; 0 without points. */
    public double most() {
        return runs.stream()
                .flatMap(List::stream)
                .mapToDouble(Point::value)
                .max()
                .orElse(0);
    }
}
