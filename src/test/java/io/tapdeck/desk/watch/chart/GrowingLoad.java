package io.tapdeck.desk.watch.chart;

import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Series of one value a minute that go on, as many values at any time. */
final class GrowingLoad {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private final int points;
    private final List<List<Point>> values = new ArrayList<>();
    private Instant end;

    GrowingLoad(int series, int points) {
        this.points = points;
        for (int place = 0; place < series; place++) {
            List<Point> line = new ArrayList<>();
            for (int minute = 0; minute < points; minute++) {
                line.add(point(place, minute));
            }
            values.add(line);
        }
        end = START.plus(PERIOD.multipliedBy(points));
    }

    static TimeWindow window(int points) {
        return new TimeWindow(START, START.plus(PERIOD.multipliedBy(points)), java.time.ZoneOffset.UTC);
    }

    private static Point point(int place, int minute) {
        double day = 40 + 30 * Math.sin(minute / 230.0 + place);
        double noise = 6 * Math.sin(minute * 1.7) + 4 * Math.sin(minute * 0.37 + place);
        return new Point(START.plus(PERIOD.multipliedBy(minute)), Math.max(0, day + noise + 5 * place));
    }

    int count() {
        return values.size();
    }

    Instant start() {
        return end.minus(PERIOD.multipliedBy(points));
    }

    Instant end() {
        return end;
    }

    Series series(int place) {
        return new Series("load" + place, PERIOD, values.get(place));
    }

    Point newest(int place) {
        return values.get(place).getLast();
    }

    List<Point> all(int place) {
        return values.get(place);
    }

    /** A minute goes by: a new value comes, the oldest goes. */
    void advance() {
        int minute = (int) Duration.between(START, end).toMinutes();
        for (int place = 0; place < values.size(); place++) {
            values.get(place).removeFirst();
            values.get(place).add(point(place, minute));
        }
        end = end.plus(PERIOD);
    }
}
