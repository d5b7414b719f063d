package io.tapdeck.monitor.backtest;

import java.time.Duration;
import java.util.List;

/**
 * A result in words, such as "about 3 times, 41 minutes, in the last 7 days".
 *
 * @param times "3 times", "once" or "not once"; with "about" where the data only tells about; empty if nothing was counted
 * @param inAlarm "41 minutes" or "7 h 10 min"; empty if there was no alarm
 * @param over "in the last 7 days"; empty if nothing was counted
 * @param notes sentences that say why it is not exact or not counted; empty if all is exact
 */
public record BackTestWords(String times, String inAlarm, String over, List<String> notes) {
    public BackTestWords {
        notes = List.copyOf(notes);
    }

    /** The words for a result. */
    public static BackTestWords of(BackTestResult result) {
        Exactness exactness = result.exactness();
        if (exactness == Exactness.NOT_COUNTED) {
            return new BackTestWords("", "", "", notes(result));
        }
        String times = times(result.times());
        return new BackTestWords(
                exactness == Exactness.ABOUT && result.times() > 0 ? "about " + times : times,
                result.times() == 0 ? "" : length(result.inAlarm()),
                "in the last " + span(result.counted()),
                notes(result));
    }

    /** All of it, such as "3 times, 41 minutes, in the last 7 days". */
    public String sentence() {
        if (times.isEmpty()) {
            return "not counted";
        }
        return inAlarm.isEmpty() ? times + " " + over : times + ", " + inAlarm + ", " + over;
    }

    /** That the window had to fill is worth a note only where nothing else was there. */
    private static List<String> notes(BackTestResult result) {
        boolean counted = result.exactness() != Exactness.NOT_COUNTED;
        return result.parts().stream()
                .map(BackTestResult.Part::basis)
                .distinct()
                .filter(basis -> basis != Basis.EVERY_MINUTE)
                .filter(basis -> basis != Basis.NOTHING_BEFORE || !counted)
                .map(Basis::sentence)
                .toList();
    }

    private static String times(int times) {
        return switch (times) {
            case 0 -> "not once";
            case 1 -> "once";
            default -> times + " times";
        };
    }

    private static String length(Duration length) {
        long minutes = length.toMinutes();
        if (minutes == 0) {
            return "just now";
        }
        return minutes < 60 ? plural(minutes, "minute") : "%d h %d min".formatted(minutes / 60, minutes % 60);
    }

    /** In whole days from two days on, in whole hours from two hours on: the first window's minutes do not matter there. */
    private static String span(Duration span) {
        long minutes = span.toMinutes();
        if (minutes >= 2 * 24 * 60 - 60) {
            return plural(Math.round(minutes / (24 * 60.0)), "day");
        }
        return minutes >= 2 * 60 - 30 ? plural(Math.round(minutes / 60.0), "hour") : plural(minutes, "minute");
    }

    private static String plural(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
