package io.tapdeck.desk.watch;

import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.watch.chart.TimeWindow;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Late;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The sentences of the environment's page. */
public final class WatchWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private WatchWords() {}

    /**
     * What was read and when; "late", since when and why, if it is. Times are in the window's zone, named.
     *
     * @param tuning whether a threshold is tried, whose keys need the room
     */
    public static String status(WatchModel model, TimeWindow window, boolean tuning) {
        Watch watch = model.watchProperty().get();
        Instant now = model.nowProperty().get();
        String failure = model.failureProperty().get();
        if (watch == null) {
            return failure.isEmpty() ? "Reading alarms and metrics" : "Nothing read yet. " + failure;
        }
        if (model.late()) {
            Late late = model.lateProperty().get();
            String silent = model.liveProperty().get() ? "CloudWatch has not answered since." : "Reading is paused.";
            return "Late%s: last heard %s. %s"
                    .formatted(
                            late == null ? "" : " since " + time(late.since(), now, window),
                            time(watch.asOf(), now, window),
                            failure.isEmpty() ? silent : failure);
        }
        String span = "%s to %s, one value %s"
                .formatted(
                        time(watch.start(), now, window.zoneProperty().get()),
                        time(watch.end(), now, window),
                        every(WatchModel.period(watch, model.rangeProperty().get())));
        if (tuning) {
            return span;
        }
        Duration age = Duration.between(watch.asOf(), now);
        String pace = model.pace();
        return "%s. Read %s%s"
                .formatted(
                        span,
                        age.toSeconds() < 1 ? "just now" : TimeText.rough(age) + " ago",
                        pace.isEmpty() ? "" : ", " + pace);
    }

    /** The time of day, with the day where it is not today's, and the zone where it is not the reader's. */
    static String time(Instant at, Instant now, TimeWindow window) {
        return window.inZone(time(at, now, window.zoneProperty().get()));
    }

    private static String time(Instant at, Instant now, ZoneId zone) {
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        if (today) {
            return TimeText.minute(at, zone);
        }
        boolean longAgo = Duration.between(at, now).toDays() > 300;
        return (longAgo ? YEAR : DAY).format(at.atZone(zone));
    }

    private static String every(Duration period) {
        if (period.equals(Duration.ofMinutes(1))) {
            return "a minute";
        }
        return period.equals(Duration.ofHours(1)) ? "an hour" : "per " + TimeText.rough(period);
    }

    /** "2 alarms in 3 h". */
    static String count(List<Episode> episodes, Range range) {
        return count(episodes, range == Range.YEAR ? "15 months" : range.label());
    }

    /** "2 alarms in 7 h 30 min". */
    static String count(List<Episode> episodes, String length) {
        long alarms = episodes.stream()
                .filter(episode -> episode.state() == AlarmState.State.ALARM)
                .count();
        return switch ((int) alarms) {
            case 0 -> "no alarm in " + length;
            case 1 -> "1 alarm in " + length;
            default -> alarms + " alarms in " + length;
        };
    }

    /** "37 min so far", "10 min". */
    static String length(Episode episode, Instant now) {
        String length = TimeText.rough(episode.length(now));
        return episode.to() == null ? length + " so far" : length;
    }

    /** "2 of 2, 5 min". */
    public static String rule(AlarmState alarm) {
        return "%d of %d, %s"
                .formatted(
                        alarm.datapointsToAlarm(),
                        alarm.evaluationPeriods(),
                        TimeText.rough(Duration.ofSeconds(alarm.periodSeconds())));
    }
}
