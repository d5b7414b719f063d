package io.tapdeck.monitor.backtest;

import io.tapdeck.monitor.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The values that are loaded of one metric, or of one sum. CloudWatch keeps them in steps of 60 s for 15 days, 300 s for
 * 63 days, and 3600 s beyond, so that a long history is made of several stretches (CloudWatch user guide, "Metrics
 * retention").
 *
 * @param stretches oldest first, none over another; those that touch are one history for the alarm's state
 */
public record History(List<Stretch> stretches) {

    /**
     * Values of one resolution.
     *
     * @param from start of what has been read, a multiple of the resolution; earlier points are left out
     * @param to end of what has been read, exclusive; a period without a point before it is missing, one that
     *     is not whole is left out
     * @param resolution period of the points; a multiple of a minute
     * @param points oldest first; a value that is not a number is missing
     */
    public record Stretch(Instant from, Instant to, Duration resolution, List<Series.Point> points) {
        public Stretch {
            if (resolution.toSeconds() < 60 || resolution.toSeconds() % 60 != 0) {
                throw new IllegalArgumentException("points every " + resolution);
            }
            if (Math.floorMod(from.getEpochSecond(), resolution.toSeconds()) != 0 || to.isBefore(from)) {
                throw new IllegalArgumentException(from + " to " + to + " in steps of " + resolution);
            }
            points = List.copyOf(points);
        }

        /** What has been read of a chart. {@code from} is moved back to where its first period begins. */
        public static Stretch of(Series series, Instant from, Instant to) {
            long seconds = series.period().toSeconds();
            Instant start = Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), seconds) * seconds);
            return new Stretch(start, to, series.period(), series.points());
        }

        /** One value per whole period of the stretch, NaN where there is none. */
        double[] slots(boolean zeroWhereMissing) {
            long step = resolution.toSeconds();
            double[] slots =
                    new double[Math.toIntExact(Duration.between(from, to).toSeconds() / step)];
            Arrays.fill(slots, Double.NaN);
            for (Series.Point point : points) {
                long slot = Math.floorDiv(point.at().getEpochSecond() - from.getEpochSecond(), step);
                if (slot >= 0 && slot < slots.length) {
                    slots[(int) slot] = point.value();
                }
            }
            if (zeroWhereMissing) {
                for (int i = 0; i < slots.length; i++) {
                    slots[i] = Double.isNaN(slots[i]) ? 0 : slots[i];
                }
            }
            return slots;
        }
    }

    public History {
        stretches = List.copyOf(stretches);
        for (int i = 1; i < stretches.size(); i++) {
            if (stretches.get(i).from().isBefore(stretches.get(i - 1).to())) {
                throw new IllegalArgumentException(
                        "stretches overlap at " + stretches.get(i).from());
            }
        }
    }

    /** What is known of one chart. */
    public static History of(Series series) {
        return new History(
                series.stretches().stream().map(stretch -> of(series, stretch)).toList());
    }

    private static Stretch of(Series series, Series.Stretch stretch) {
        long seconds = stretch.period().toSeconds();
        Instant start = Instant.ofEpochSecond(Math.floorDiv(stretch.start().getEpochSecond(), seconds) * seconds);
        return new Stretch(
                start,
                stretch.end(),
                stretch.period(),
                series.points().stream()
                        .filter(point ->
                                !point.at().isBefore(start) && point.at().isBefore(stretch.end()))
                        .toList());
    }

    /** What has been read of one chart. */
    public static History of(Series series, Instant from, Instant to) {
        return new History(List.of(Stretch.of(series, from, to)));
    }
}
