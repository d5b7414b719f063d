package io.tapdeck.desk.watch.chart;

import io.tapdeck.monitor.Series;

/**
 * A line of a chart.
 *
 * @param name told beside it where a chart has several, such as "writer"
 */
public record ChartSeries(String name, Samples samples) {
    /** The line of a series. */
    public static ChartSeries of(String name, Series series) {
        return new ChartSeries(name, Samples.of(series));
    }
}
