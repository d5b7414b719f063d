package io.tapdeck.monitor.backtest;

import io.tapdeck.environment.MissingData;
import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.backtest.History.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Histories and rules as the tests write them. */
final class Histories {
    static final Instant START = Instant.parse("2026-11-16T00:00:00Z");

    private Histories() {}

    /** One value a minute, separated by spaces; "-" is missing. */
    static History minutes(String points) {
        return new History(List.of(stretch(START, 60, points)));
    }

    /** One value a step; "-" is missing. */
    static Stretch stretch(Instant from, int seconds, String points) {
        String[] texts = points.isBlank() ? new String[0] : points.split(" ", -1);
        List<Series.Point> values = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].equals("-")) {
                values.add(new Series.Point(from.plusSeconds((long) seconds * i), Double.parseDouble(texts[i])));
            }
        }
        return new Stretch(from, from.plusSeconds((long) seconds * texts.length), Duration.ofSeconds(seconds), values);
    }

    static BackTestRule rule(int m, int n, int seconds, MissingData missing) {
        return rule(m, n, seconds, missing, "Maximum");
    }

    static BackTestRule rule(int m, int n, int seconds, MissingData missing, String statistic) {
        return new BackTestRule(
                Comparison.GREATER_THAN_OR_EQUAL_TO_THRESHOLD, m, n, seconds, missing, statistic, false, false);
    }

    /** The state after the last evaluation. */
    static State last(BackTestResult result) {
        return result.band().getLast().state();
    }

    /** The episodes as minutes after the start, such as "3-7"; one that lasts ends with "…". */
    static List<String> minutes(BackTestResult result) {
        return result.episodes().stream()
                .map(episode -> minute(episode.from()) + "-" + minute(episode.to()) + (episode.open() ? "…" : ""))
                .toList();
    }

    private static long minute(Instant at) {
        return Duration.between(START, at).toMinutes();
    }
}
