package io.tapdeck.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The points of one chart, oldest first, at most one per period. A missing period is missing here too: it is a gap.
 *
 * @param chartId the {@link io.tapdeck.environment.ChartDescription#id}
 * @param period between points
 */
public record Series(String chartId, Duration period, List<Point> points) {
    public Series {
        points = List.copyOf(points);
    }

    /** A value and the start of its period. */
    public record Point(Instant at, double value) {}
}
