package io.tapdeck.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The points of one line, oldest first, at most one per period. A missing period is missing here too: it is a gap.
 *
 * @param chartId the {@link io.tapdeck.environment.ChartDescription#id}
 * @param label which line of the chart, such as "writer"; empty for the chart's own
 * @param period between points as wished
 * @param stretches where which period holds, oldest first; they do not overlap, and there are no points outside of them
 */
public record Series(String chartId, String label, Duration period, List<Point> points, List<Stretch> stretches) {
    public Series {
        points = List.copyOf(points);
        stretches = List.copyOf(stretches);
    }

    /** A chart's own line, of one period all along. */
    public Series(String chartId, Duration period, List<Point> points) {
        this(
                chartId,
                "",
                period,
                points,
                points.isEmpty()
                        ? List.of()
                        : List.of(new Stretch(
                                points.getFirst().at(), points.getLast().at().plus(period), period)));
    }

    /** A value and the start of its period. */
    public record Point(Instant at, double value) {}

    /**
     * A time of which everything was read that CloudWatch had.
     *
     * @param start inclusive, on the grid of the period
     * @param end exclusive
     * @param period between its points
     */
    public record Stretch(Instant start, Instant end, Duration period) {}

    /** The period of the point at a time; the wished one where nothing was read. */
    public Duration periodAt(Instant time) {
        for (Stretch stretch : stretches) {
            if (!time.isBefore(stretch.start()) && time.isBefore(stretch.end())) {
                return stretch.period();
            }
        }
        return period;
    }
}
