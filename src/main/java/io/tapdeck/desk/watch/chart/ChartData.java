package io.tapdeck.desk.watch.chart;

import io.tapdeck.monitor.Series;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What one chart shows.
 *
 * @param title for screen readers
 * @param unit behind values, or empty
 * @param start left edge
 * @param end right edge
 * @param threshold {@link Double#NaN} for none
 * @param band the alarm's states
 * @param zone of the times on the axis
 */
public record ChartData(
        String title,
        String unit,
        Series series,
        Instant start,
        Instant end,
        double threshold,
        List<AlarmBand.Segment> band,
        ZoneId zone) {
    public ChartData {
        band = List.copyOf(band);
    }

    boolean hasThreshold() {
        return !Double.isNaN(threshold);
    }
}
