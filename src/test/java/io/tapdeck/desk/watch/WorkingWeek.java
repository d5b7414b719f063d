package io.tapdeck.desk.watch;

import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Series.Point;
import io.tapdeck.monitor.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Load with a hump on each working day, and a peak over 72 % on three of them; it never reaches 80 %. */
final class WorkingWeek {
    private final TestDesk desk;
    private boolean alarms = true;

    WorkingWeek(TestDesk desk) {
        this.desk = desk;
    }

    /** An environment whose alarms are switched off. */
    WorkingWeek withoutAlarms() {
        alarms = false;
        return this;
    }

    Watch watch(Range range) {
        Instant end = desk.clock.instant();
        Instant start = end.minus(range.length());
        List<Series> series = desk.aurora.charts().stream()
                .map(chart -> series(chart, range.period(), start, end))
                .toList();
        List<AlarmState> states = !alarms
                ? List.of()
                : desk.aurora.alarms().stream()
                        .map(alarm -> desk.alarm(alarm, AlarmState.State.OK, Duration.ofDays(20), true))
                        .toList();
        return new Watch(end, start, end, series, states, List.of());
    }

    private static Series series(ChartDescription chart, Duration period, Instant start, Instant end) {
        long seconds = period.toSeconds();
        List<Point> points = new ArrayList<>();
        Instant first = Instant.ofEpochSecond(Math.ceilDiv(start.getEpochSecond(), seconds) * seconds);
        for (Instant at = first; at.isBefore(end); at = at.plus(period)) {
            points.add(new Point(at, value(chart.id(), load(at))));
        }
        return new Series(chart.id(), period, points);
    }

    /** From 0 to 1. */
    private static double load(Instant at) {
        double hour = at.getEpochSecond() / 3600.0;
        int day = at.atOffset(java.time.ZoneOffset.UTC).getDayOfWeek().getValue();
        double time = Math.floorMod(at.getEpochSecond(), 86_400) / 3600.0;
        double busy = day < 6 ? 1 : 0.25;
        double hump = 0.45 * busy * Math.exp(-Math.pow((time - 13.5) / 3, 2));
        boolean peak = day == 1 || day == 2 || day == 3;
        double spike = peak ? 0.36 * Math.exp(-Math.pow((time - 11.1) / 0.35, 4)) : 0;
        return 0.14 + hump + spike + 0.012 * Math.sin(hour * 7) + 0.01 * Math.sin(hour * 17);
    }

    private static double value(String chart, double load) {
        return switch (chart) {
            case "capacity" -> Math.round(load * 16) / 2.0;
            case "utilization" -> load * 100;
            case "connections" -> Math.round(12 + 24 * load);
            default -> 12 + 40 * load;
        };
    }
}
