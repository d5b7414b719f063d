package io.tapdeck.desk.watch.chart;

import io.tapdeck.monitor.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a chart.
 *
 * @param name told beside it where a chart has several, such as "writer"
 * @param read the times of which all is known, oldest first: only there is a missing point a gap
 */
public record ChartSeries(String name, Samples samples, List<TimeWindow.Span> read) {
    private static final List<TimeWindow.Span> ALWAYS = List.of(new TimeWindow.Span(Instant.MIN, Instant.MAX));

    public ChartSeries {
        read = List.copyOf(read);
    }

    /** A line of which all is known. */
    public ChartSeries(String name, Samples samples) {
        this(name, samples, ALWAYS);
    }

    /** The line of a series. */
    public static ChartSeries of(String name, Series series) {
        return of(name, series, Samples.of(series));
    }

    /**
     * The line of a series.
     *
     * @param samples its points
     */
    public static ChartSeries of(String name, Series series, Samples samples) {
        List<TimeWindow.Span> read = new ArrayList<>();
        for (Series.Stretch stretch : series.stretches()) {
            boolean goesOn =
                    !read.isEmpty() && !stretch.start().isAfter(read.getLast().end());
            Instant start = goesOn ? read.removeLast().start() : stretch.start();
            read.add(new TimeWindow.Span(start, stretch.end()));
        }
        return new ChartSeries(name, samples, read);
    }
}
