package io.tapdeck.desk.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The time axis of a timeline, in minutes since the beginning.
 *
 * @param start at 0
 * @param minutes at {@code width}; more than 0
 * @param step minutes between two grid lines
 * @param width in pixels
 */
record TimelineAxis(Instant start, double minutes, double step, double width) {
    private static final double[] STEPS = {0.5, 1, 2, 5, 10, 20, 30, 60, 120};
    private static final double ROOM = 48;

    /** So much stays free at the right, so that a whisker's end and the unit have room. */
    private static final double MARGIN = 1.06;

    /** A label of the axis. */
    record Tick(double x, String label) {}

    /** The axis that reaches from {@code start} to {@code end}. */
    static TimelineAxis of(Instant start, Instant end, double width) {
        double minutes = Math.max(0.5, Duration.between(start, end).toMillis() / 60_000.0 * MARGIN);
        for (double step : STEPS) {
            if (step * width / minutes >= ROOM) {
                return new TimelineAxis(start, minutes, step, width);
            }
        }
        return new TimelineAxis(start, minutes, 240, width);
    }

    double x(Instant at) {
        return Math.clamp(Duration.between(start, at).toMillis() / 60_000.0 / minutes * width, 0, width);
    }

    /** The labels; the last one has the unit. */
    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        int last = (int) Math.floor(minutes / step + 1e-9);
        for (int index = 0; index <= last; index++) {
            double minute = index * step;
            String number = minute == Math.rint(minute) ? String.valueOf((long) minute) : String.valueOf(minute);
            ticks.add(new Tick(minute / minutes * width, index == last ? number + " min" : number));
        }
        return ticks;
    }
}
