package io.tapdeck.desk.compare;

import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Series.Point;
import io.tapdeck.monitor.Watch;
import io.tapdeck.monitor.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Two environments under load: qa less than the others, and without data for a while. */
final class Loads {
    private final TestDesk desk;

    Loads(TestDesk desk) {
        this.desk = desk;
    }

    Watch of(Watched environment, Range range) {
        boolean quiet = environment.stackName().endsWith("qa");
        Instant end = desk.clock.instant();
        Instant start = end.minus(range.length());
        List<Series> series = new ArrayList<>();
        for (ChartDescription chart : environment.blueprint().charts()) {
            series.add(new Series(chart.id(), range.period(), points(start, end, range.period(), quiet)));
        }
        List<AlarmState> alarms = environment.blueprint().alarms().stream()
                .map(alarm -> alarm(alarm, end, quiet))
                .toList();
        return new Watch(end, start, end, series, alarms, List.of());
    }

    private static List<Point> points(Instant start, Instant end, Duration period, boolean quiet) {
        List<Point> points = new ArrayList<>();
        int place = 0;
        for (Instant at = start; at.isBefore(end); at = at.plus(period)) {
            double load = 60 + 24 * Math.sin(place / 24.0) + 3 * Math.sin(place * 1.3);
            boolean gap = quiet && place > 60 && place < 80;
            if (!gap) {
                points.add(new Point(at, quiet ? load / 2 : load));
            }
            place++;
        }
        return points;
    }

    private AlarmState alarm(AlarmDescription description, Instant now, boolean quiet) {
        boolean rings = !quiet && description.id().equals("utilization");
        return new AlarmState(
                description.id(),
                description.logicalId(),
                "arn:aws:cloudwatch:us-east-1:000000000000:alarm:" + description.logicalId(),
                rings ? AlarmState.State.ALARM : AlarmState.State.OK,
                now.minus(Duration.ofMinutes(38)),
                "",
                quiet ? 70 : 75,
                2,
                2,
                300,
                "notBreaching",
                true);
    }
}
