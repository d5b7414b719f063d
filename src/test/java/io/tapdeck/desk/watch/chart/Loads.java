package io.tapdeck.desk.watch.chart;

import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Seven days of a database: a business day's load, quiet week-ends, three peaks over 72 %. */
final class Loads {
    static final Instant END = Instant.parse("2026-11-22T21:00:00Z");
    static final Instant START = END.minus(Duration.ofDays(7));
    static final Duration PERIOD = Duration.ofMinutes(5);

    private Loads() {}

    /** The utilization in percent, moved by so much. */
    static Series week(double by) {
        List<Point> points = new ArrayList<>();
        for (Instant at = START; at.isBefore(END); at = at.plus(PERIOD)) {
            points.add(new Point(at, Math.max(1, value(at) + by + 2 * Math.sin(at.getEpochSecond() / 977.0 + by))));
        }
        return new Series("utilization", PERIOD, points);
    }

    private static double value(Instant at) {
        ZonedDateTime time = at.atZone(ZoneOffset.UTC);
        double hour = time.getHour() + time.getMinute() / 60.0;
        boolean weekend = time.getDayOfWeek().getValue() > 5;
        double day = Math.exp(-Math.pow((hour - 13) / 3.6, 2)) * (weekend ? 10 : 44);
        int number = time.getDayOfMonth();
        double peak = number == 16 || number == 18 || number == 19 ? 22 * Math.exp(-Math.pow((hour - 11) / 0.5, 2)) : 0;
        return 14 + day + peak + 1.6 * Math.sin(at.getEpochSecond() / 3_000.0);
    }
}
