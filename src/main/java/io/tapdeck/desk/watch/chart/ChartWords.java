package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.common.ValueText;
import io.tapdeck.monitor.Series.Point;
import java.time.Duration;
import java.util.List;

/** A chart in words. */
final class ChartWords {
    private ChartWords() {}

    /** What a gap is called. */
    static String gap(Runs.Gap gap, ChartData data) {
        if (!gap.beforeFirst()) {
            return "no data";
        }
        return data.series().points().isEmpty() ? "no data yet" : "no data before " + when(gap, data);
    }

    private static String when(Runs.Gap gap, ChartData data) {
        boolean today = Duration.between(data.start(), data.end()).toHours() <= 24;
        return today
                ? TimeText.minute(gap.to(), data.zone())
                : TimeText.rough(Duration.between(gap.to(), data.end())) + " ago";
    }

    /** What a screen reader says. */
    static String summary(ChartData data) {
        List<Point> points = data.series().points();
        if (points.isEmpty()) {
            return data.title() + ": no data in this range";
        }
        double least = points.stream().mapToDouble(Point::value).min().orElseThrow();
        double most = points.stream().mapToDouble(Point::value).max().orElseThrow();
        String threshold =
                data.hasThreshold() ? ", threshold " + ValueText.of(data.threshold(), data.unit()) : ", no threshold";
        return "%s: %s now, from %s to %s in this range%s"
                .formatted(
                        data.title(),
                        ValueText.of(points.getLast().value(), data.unit()),
                        ValueText.of(least),
                        ValueText.of(most, data.unit()),
                        threshold);
    }
}
