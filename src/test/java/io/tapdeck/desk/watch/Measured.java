package io.tapdeck.desk.watch;

import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.AlarmTransition;
import io.tapdeck.monitor.Late;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Series.Point;
import io.tapdeck.monitor.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The measurements of the pictures: three hours of load with a morning peak, a gap of 14 minutes, and a plateau over the
 * threshold of the utilization since 14:05.
 */
final class Measured {
    private static final double MAXIMUM_ACU = 8;

    private final TestDesk desk;
    private boolean ringing = true;
    private boolean young;
    private boolean instances;

    Measured(TestDesk desk) {
        this.desk = desk;
    }

    /** Whether the utilization's alarm rings now. */
    Measured ringing(boolean yes) {
        ringing = yes;
        return this;
    }

    /** An environment without any data yet. */
    Measured young(boolean yes) {
        young = yes;
        return this;
    }

    /** Whether writer and reader are measured too: the one has more load than the average, the other less. */
    Measured instances(boolean yes) {
        instances = yes;
        return this;
    }

    Watch watch(Range range) {
        return watch(range, null);
    }

    /** What is known while CloudWatch is silent; null if it answers. */
    Watch watch(Range range, @Nullable Late late) {
        Instant end = desk.clock.instant();
        Instant start = end.minus(range.length());
        List<Series> series = desk.aurora.charts().stream()
                .map(chart -> series(chart, range, start, end))
                .toList();
        List<AlarmState> alarms =
                desk.aurora.alarms().stream().map(alarm -> alarm(alarm, end)).toList();
        List<Series> members = !instances
                ? List.of()
                : series.stream()
                        .flatMap(own -> Stream.of(member(own, "writer", 8), member(own, "reader", -8)))
                        .toList();
        return new Watch(
                end,
                start,
                end,
                series,
                alarms,
                young ? List.of() : transitions(),
                members,
                List.of(),
                List.of(),
                late);
    }

    private static Series member(Series own, String label, int percentMore) {
        List<Point> points = own.points().stream()
                .map(point -> new Point(point.at(), point.value() * (100 + percentMore) / 100))
                .toList();
        return new Series(own.chartId(), label, own.period(), points, own.stretches());
    }

    private Series series(ChartDescription chart, Range range, Instant start, Instant end) {
        List<Point> points = new ArrayList<>();
        Instant first = start.plusSeconds(
                Math.floorMod(-start.getEpochSecond(), range.period().toSeconds()));
        for (Instant at = first; at.isBefore(end) && !young; at = at.plus(range.period())) {
            double minutes = Duration.between(at, pictureTime()).toSeconds() / 60.0;
            if (minutes < 131 && minutes > 117) {
                continue;
            }
            points.add(new Point(at, value(chart.id(), minutes)));
        }
        return new Series(chart.id(), range.period(), points);
    }

    private static Instant pictureTime() {
        return io.tapdeck.desk.kit.VirtualClock.START;
    }

    /** The load, from 0 to 1, so many minutes before 14:42. */
    private static double load(double before) {
        DoubleUnaryOperator bump = x -> Math.exp(-x * x);
        double plateau = 0.49 / (1 + Math.exp((before - 44) / 2.4));
        return 0.40
                + 0.42 * bump.applyAsDouble((before - 165) / 9)
                + 0.10 * bump.applyAsDouble((before - 128) / 22)
                + plateau
                - 0.04 * bump.applyAsDouble((before - 60) / 10)
                + 0.012 * Math.sin(before * 0.9)
                + 0.008 * Math.sin(before * 2.3);
    }

    private static double value(String chart, double before) {
        double load = load(before);
        return switch (chart) {
            case "capacity" -> Math.round(load * MAXIMUM_ACU * 2 * 4) / 8.0;
            case "utilization" -> load * 100;
            case "connections" -> Math.round(12 + 24 * load);
            default -> 22 + 40 * load + 2 * Math.sin(before * 1.7);
        };
    }

    private AlarmState alarm(AlarmDescription description, Instant now) {
        boolean utilization = description.id().equals("utilization");
        State state = young ? State.INSUFFICIENT_DATA : utilization && ringing ? State.ALARM : State.OK;
        boolean capacity = description.id().equals("capacity");
        return new AlarmState(
                description.id(),
                description.logicalId(),
                "arn:aws:cloudwatch:us-east-1:000000000000:alarm:" + description.logicalId(),
                state,
                utilization && ringing ? at("14:05") : now.minus(Duration.ofDays(2)),
                "",
                capacity ? 7.8 : description.defaults().threshold().doubleValue(),
                2,
                2,
                300,
                "notBreaching",
                true);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-20T" + time + ":00Z");
    }

    private List<AlarmTransition> transitions() {
        List<AlarmTransition> all = new ArrayList<>();
        all.add(crossed("12:01", "90.4 (20/11/26 11:56:00), 85.2 (20/11/26 11:51:00)"));
        all.add(change("12:11", State.ALARM, State.OK, "Threshold Crossed: back"));
        all.add(change("12:31", State.OK, State.INSUFFICIENT_DATA, "no data from CloudWatch"));
        all.add(change("12:45", State.INSUFFICIENT_DATA, State.OK, "data again"));
        all.add(crossed("14:05", "83.9 (20/11/26 14:00:00), 86.2 (20/11/26 13:55:00)"));
        if (!ringing) {
            all.add(change("14:40", State.ALARM, State.OK, "Threshold Crossed: back"));
        }
        all.sort(Comparator.comparing(AlarmTransition::at).reversed());
        return all;
    }

    private static AlarmTransition crossed(String time, String values) {
        return change(
                time,
                State.OK,
                State.ALARM,
                "Threshold Crossed: 2 out of the last 2 datapoints [" + values
                        + "] were greater than or equal to the threshold (80.0) (minimum 2 datapoints for OK -> ALARM"
                        + " transition).");
    }

    private static AlarmTransition change(String time, State from, State to, String why) {
        return new AlarmTransition("utilization", "HighACUUtilization", at(time), from, to, why);
    }
}
