package io.tapdeck.desk.common;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in words: "6 min 12 s", "4 d ago", "9 to 14 min". Times of day are local. */
public final class TimeText {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

    private TimeText() {}

    /** Exact to the second below an hour: "12 s", "6 min 12 s", "2 h 5 min", "3 d 4 h". */
    public static String exact(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return pair(seconds / 60, "min", seconds % 60, "s");
        }
        if (seconds < 86_400) {
            return pair(seconds / 3_600, "h", seconds % 3_600 / 60, "min");
        }
        return pair(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h");
    }

    /** One unit: "12 s", "38 min", "2 h", "4 d". */
    public static String rough(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min";
        }
        return seconds < 86_400 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
    }

    /** "now" below a minute, then "38 min ago", "2 h ago", "yesterday", "4 d ago". */
    public static String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toSeconds() < 60) {
            return "now";
        }
        return age.toDays() == 1 ? "yesterday" : rough(age) + " ago";
    }

    /** An estimate, always a range: "20 to 40 s", "9 to 14 min". */
    public static String range(Duration least, Duration most) {
        if (most.toSeconds() < 120) {
            return least.toSeconds() + " to " + most.toSeconds() + " s";
        }
        return least.toMinutes() + " to " + most.plusSeconds(59).toMinutes() + " min";
    }

    /** The time of day to the minute. */
    public static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    /** The time of day to the minute, with its day from 24 hours on: "14:04", "18 Nov 14:04", "18 Nov 2025 14:04". */
    public static String minute(Instant at, Instant now, ZoneId zone) {
        if (Duration.between(at, now).toHours() < 24) {
            return minute(at, zone);
        }
        boolean thisYear = at.atZone(zone).getYear() == now.atZone(zone).getYear();
        return (thisYear ? DAY : YEAR).format(at.atZone(zone));
    }

    /** The time of day to the second. */
    public static String second(Instant at, ZoneId zone) {
        return SECOND.format(at.atZone(zone));
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        String text = large + " " + largeUnit;
        return small == 0 ? text : text + " " + small + " " + smallUnit;
    }
}
