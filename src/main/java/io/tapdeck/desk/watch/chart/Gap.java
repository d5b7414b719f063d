package io.tapdeck.desk.watch.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A span without data: never a line and never zero.
 *
 * @param beforeFirst whether there is no data before it either
 */
record Gap(Instant from, Instant to, boolean beforeFirst) {
    /**
     * CloudWatch takes a few minutes to have the newest points; only what is later than that is missing at the end of
     * the range.
     */
    private static final Duration DELIVERY = Duration.ofMinutes(5);

    Duration length() {
        return Duration.between(from, to);
    }

    /** The gaps in a window, oldest first: where everything was read, and no series has data. */
    static List<Gap> of(ChartData data, TimeWindow.Span shown) {
        List<Gap> gaps = of(data.series().getFirst(), shown);
        for (ChartSeries further : data.series().subList(1, data.series().size())) {
            gaps = both(gaps, of(further, shown));
        }
        return gaps;
    }

    private static List<Gap> of(ChartSeries line, TimeWindow.Span shown) {
        List<Gap> read = line.read().stream()
                .map(span -> new Gap(span.start(), span.end(), true))
                .toList();
        return both(of(line.samples(), shown), read).stream()
                .filter(gap -> !covered(line.samples(), gap))
                .toList();
    }

    /** Whether it is no more than the period of the point with which it begins. */
    private static boolean covered(Samples samples, Gap gap) {
        int point = samples.after(gap.from().toEpochMilli()) - 1;
        return point >= 0
                && samples.at(point).equals(gap.from())
                && gap.length().compareTo(joins(samples, point)) <= 0;
    }

    private static List<Gap> both(List<Gap> some, List<Gap> others) {
        List<Gap> both = new ArrayList<>();
        for (Gap one : some) {
            for (Gap other : others) {
                Instant from = later(one.from(), other.from());
                Instant to = one.to().isBefore(other.to()) ? one.to() : other.to();
                if (from.isBefore(to)) {
                    both.add(new Gap(from, to, one.beforeFirst() && other.beforeFirst()));
                }
            }
        }
        return both;
    }

    /** The gaps of a series in a window, oldest first. */
    static List<Gap> of(Samples samples, TimeWindow.Span shown) {
        List<Gap> gaps = new ArrayList<>();
        int first = samples.after(shown.start().toEpochMilli() - 1);
        int end = samples.after(shown.end().toEpochMilli());
        if (first == samples.size()) {
            boolean none = samples.size() == 0;
            Instant from = none ? shown.start() : later(samples.at(first - 1), shown.start());
            Duration tail = none ? Duration.ZERO : joins(samples, first - 1).plus(DELIVERY);
            return Duration.between(from, shown.end()).compareTo(tail) > 0
                    ? List.of(new Gap(from, shown.end(), none))
                    : List.of();
        }
        for (int point = first; point < end; point++) {
            boolean opens = point == 0;
            boolean missing = opens
                    ? Duration.between(shown.start(), samples.at(0)).compareTo(joins(samples, 0)) > 0
                    : samples.gapBefore(point);
            if (missing) {
                Instant from = opens ? shown.start() : later(samples.at(point - 1), shown.start());
                gaps.add(new Gap(from, samples.at(point), opens));
            }
        }
        Duration joins = joins(samples, Math.max(0, end - 1));
        Duration tail = end == samples.size() ? joins.plus(DELIVERY) : joins;
        Instant last = end == 0 ? shown.start() : later(samples.at(end - 1), shown.start());
        boolean cut = end < samples.size() && !samples.gapBefore(end) && end > 0;
        if (!cut && Duration.between(last, shown.end()).compareTo(tail) > 0) {
            gaps.add(new Gap(last, shown.end(), end == 0));
        }
        return gaps;
    }

    /** No further than this from a point to the next, nothing is missing between them. */
    private static Duration joins(Samples samples, int point) {
        return samples.period(point).multipliedBy(3).dividedBy(2);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
