package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.common.ValueText;
import java.time.Duration;
import java.time.ZoneId;

/** A chart in words. */
final class ChartWords {
    private ChartWords() {}

    /** What a gap is called. */
    static String gap(Gap gap, ChartData data, TimeScale time, ZoneId zone) {
        if (!gap.beforeFirst()) {
            return "no data";
        }
        return data.main().size() == 0 ? "no data yet" : "no data before " + when(gap, time, zone);
    }

    private static String when(Gap gap, TimeScale time, ZoneId zone) {
        boolean today = Duration.between(time.start(), time.end()).toHours() <= 24;
        return today
                ? TimeText.minute(gap.to(), zone)
                : TimeText.rough(Duration.between(gap.to(), time.end())) + " ago";
    }

    /** What a screen reader says. */
    static String summary(ChartData data, TimeWindow.Span shown) {
        Samples samples = data.main();
        int from = samples.after(shown.start().toEpochMilli() - 1);
        int to = samples.after(shown.end().toEpochMilli());
        if (from == to) {
            return data.title() + ": no data in this range";
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int point = from; point < to; point++) {
            least = Math.min(least, samples.value(point));
            most = Math.max(most, samples.value(point));
        }
        String threshold = data.thresholds().isEmpty()
                ? ", no threshold"
                : ", threshold " + ValueText.of(data.threshold(), data.unit());
        return "%s: %s now, from %s to %s in this range%s"
                .formatted(
                        data.title(),
                        ValueText.of(samples.value(to - 1), data.unit()),
                        ValueText.of(least),
                        ValueText.of(most, data.unit()),
                        threshold);
    }
}
