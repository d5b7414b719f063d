package io.tapdeck.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Metric history of this computer, and of which times it is history: where nothing was read there may be points all the
 * same, where it was read there are none. Thread-safe.
 */
public interface MetricArchive {

    /** A metric's value at a time; times are whole seconds. */
    record Point(Instant at, double value) {}

    /** From {@code start} to before {@code end}. */
    record Span(Instant start, Instant end) {}

    /**
     * What one question about a series gave.
     *
     * @param series names account, region, metric, dimensions, statistic and period
     * @param span the time that was asked for, now covered
     * @param points what was there, in any order
     */
    record Reading(String series, Span span, List<Point> points) {
        public Reading {
            points = List.copyOf(points);
        }
    }

    /** Adds what was read, all of it or nothing; a point at the same time is replaced, spans that touch become one. */
    void save(List<Reading> readings);

    /** The points from {@code start} to before {@code end}, oldest first. */
    List<Point> points(String series, Instant start, Instant end);

    /** The times that have been read, oldest first; no two touch. */
    List<Span> covered(String series);

    /**
     * Forgets what is older, of all series of a period.
     *
     * @param period what the names of the series end in, see {@link #series}
     */
    void forget(Duration period, Instant before);

    /** A series' name: what it is, and the period of its points. */
    static String series(String what, Duration period) {
        return what + "|" + period.toSeconds();
    }
}
