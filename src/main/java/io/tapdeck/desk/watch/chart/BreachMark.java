package io.tapdeck.desk.watch.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A datapoint of the alarm that breached: what CloudWatch holds against the threshold is the statistic over a whole
 * period of the alarm, not the finer points of the line.
 *
 * @param from start of its period
 * @param to end of its period
 * @param value the statistic over the period
 */
public record BreachMark(Instant from, Instant to, double value) {
    /**
     * The datapoints of an alarm at or above its threshold, on the alarm's own periods since 1970, oldest first. From
     * points that are no finer than its period there are none: then each point says it itself.
     *
     * @param statistic CloudWatch's: Sum, Maximum, Minimum or Average; an average counts its points alike
     */
    public static List<BreachMark> of(Samples samples, String statistic, Duration period, double threshold) {
        List<BreachMark> marks = new ArrayList<>();
        long length = period.toMillis();
        if (samples.period().compareTo(period) >= 0) {
            return marks;
        }
        int point = 0;
        while (point < samples.size()) {
            long start = Math.floorDiv(samples.time(point), length) * length;
            int end = samples.after(start + length - 1);
            double value = over(samples, point, end, statistic);
            if (value >= threshold) {
                marks.add(new BreachMark(Instant.ofEpochMilli(start), Instant.ofEpochMilli(start + length), value));
            }
            point = end;
        }
        return marks;
    }

    private static double over(Samples samples, int from, int to, String statistic) {
        DoubleStream values = IntStream.range(from, to).mapToDouble(samples::value);
        return switch (statistic) {
            case "Sum" -> values.sum();
            case "Maximum" -> values.max().orElseThrow();
            case "Minimum" -> values.min().orElseThrow();
            default -> values.average().orElseThrow();
        };
    }
}
