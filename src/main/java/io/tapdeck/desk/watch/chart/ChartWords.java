package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A chart in words. */
final class ChartWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private ChartWords() {}

    /** A time as exactly as a window needs it, with its zone where that is not the reader's. */
    static String time(Instant at, TimeWindow window) {
        ZoneId zone = window.zoneProperty().get();
        long hours = window.span().length().toHours();
        String words = hours <= 12 ? TimeText.minute(at, zone) : (hours < 24 * 90 ? DAY : YEAR).format(at.atZone(zone));
        return window.inZone(words);
    }

    /** From when to when a window looks, with the zone. */
    static String range(TimeWindow window) {
        ZoneId zone = window.zoneProperty().get();
        return "%s to %s, %s"
                .formatted(
                        YEAR.format(window.span().start().atZone(zone)),
                        YEAR.format(window.span().end().atZone(zone)),
                        zone.getId().equals("Z") ? "UTC" : zone.getId());
    }

    /** What a gap is called. */
    static String gap(Gap gap, ChartData data, TimeScale time, ZoneId zone) {
        if (!gap.beforeFirst()) {
            return "no data";
        }
        return data.empty() ? "no data yet" : "no data before " + when(gap, time, zone);
    }

    private static String when(Gap gap, TimeScale time, ZoneId zone) {
        boolean today = Duration.between(time.start(), time.end()).toHours() <= 24;
        return today
                ? TimeText.minute(gap.to(), zone)
                : TimeText.rough(Duration.between(gap.to(), time.end())) + " ago";
    }

    /** What a screen reader says. */
    static String summary(ChartData data, TimeWindow.Span shown) {
        if (data.series().size() == 1) {
            return data.title() + ": " + summary(data, 0, shown);
        }
        return IntStream.range(0, data.series().size())
                .mapToObj(place -> data.series().get(place).name() + " " + summary(data, place, shown))
                .collect(Collectors.joining("; ", data.title() + ": ", ""));
    }

    private static String summary(ChartData data, int place, TimeWindow.Span shown) {
        Samples samples = data.series().get(place).samples();
        int from = samples.after(shown.start().toEpochMilli() - 1);
        int to = samples.after(shown.end().toEpochMilli());
        if (from == to) {
            return "no data in this range";
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int point = from; point < to; point++) {
            least = Math.min(least, samples.value(point));
            most = Math.max(most, samples.value(point));
        }
        double line = data.threshold(place);
        String threshold = Double.isNaN(line) ? ", no threshold" : ", threshold " + Amount.of(line, data.unit());
        return "%s now, from %s to %s in this range%s"
                .formatted(
                        Amount.of(samples.value(to - 1), data.unit()),
                        Amount.of(least, data.unit()),
                        Amount.of(most, data.unit()),
                        threshold);
    }
}
