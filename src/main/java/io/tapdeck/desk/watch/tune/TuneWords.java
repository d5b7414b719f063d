package io.tapdeck.desk.watch.tune;

import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.watch.chart.Amount;
import io.tapdeck.desk.watch.chart.TimeWindow;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.MissingData;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.backtest.BackTestResult;
import io.tapdeck.monitor.backtest.BackTestWords;
import io.tapdeck.monitor.backtest.Suggestion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The sentences of a threshold that is tried. */
final class TuneWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    private TuneWords() {}

    static String value(AlarmDescription alarm, BigDecimal threshold) {
        return Amount.of(threshold.doubleValue(), alarm.metric().unit());
    }

    /** "3 times, 26 min"; "about 3 times, 26 min"; "not counted". */
    static String brief(BackTestResult result) {
        BackTestWords words = BackTestWords.of(result);
        if (words.times().isEmpty()) {
            return "not counted";
        }
        return result.times() == 0 ? words.times() : words.times() + ", " + TimeText.exact(result.inAlarm());
    }

    /** "Mon 16 Nov, 11:05". */
    static String day(Instant at, TimeWindow window) {
        return window.inZone(DAY.format(at.atZone(window.zoneProperty().get())));
    }

    /** "Counted as CloudWatch counts: 2 of 2 averages of 5 min at or above the line. Missing data is not breaching." */
    static String rule(AlarmDescription alarm, AlarmState state) {
        String missing = state.missingData() == null ? MissingData.MISSING.wireName() : state.missingData();
        return "Counted as CloudWatch counts: %d of %d values of %s, %s, at or above the line. Missing data: %s."
                .formatted(
                        state.datapointsToAlarm(),
                        state.evaluationPeriods(),
                        TimeText.rough(Duration.ofSeconds(state.periodSeconds())),
                        alarm.metric().statistic().toLowerCase(Locale.ROOT),
                        MissingData.of(missing).map(MissingData::label).orElse(missing));
    }

    /** Why a threshold is suggested. */
    static String reason(AlarmDescription alarm, Suggestion suggestion) {
        String unit = alarm.metric().unit();
        String highest = Double.isNaN(suggestion.highest())
                ? ""
                : " The highest value was %s.".formatted(Amount.of(suggestion.highest(), unit));
        if (suggestion.wanted() == 0) {
            return "The lowest that would not have fired." + highest;
        }
        String times = suggestion.wanted() == 1 ? "once" : suggestion.wanted() + " times";
        String percentile = Double.isNaN(suggestion.percentile())
                ? ""
                : " %s %% of the values are below it."
                        .formatted(BigDecimal.valueOf(suggestion.percentile())
                                .setScale(1, RoundingMode.DOWN)
                                .stripTrailingZeros()
                                .toPlainString());
        boolean asWanted = suggestion.result().times() == suggestion.wanted();
        return "The highest that would have fired%s: %s.%s"
                .formatted(asWanted ? " " + times : " at all", brief(suggestion.result()), percentile);
    }
}
