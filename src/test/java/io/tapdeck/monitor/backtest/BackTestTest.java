package io.tapdeck.monitor.backtest;

import static io.tapdeck.monitor.backtest.Histories.START;
import static io.tapdeck.monitor.backtest.Histories.minutes;
import static io.tapdeck.monitor.backtest.Histories.rule;
import static io.tapdeck.monitor.backtest.Histories.stretch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.environment.MissingData;
import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.backtest.BackTestResult.Episode;
import io.tapdeck.monitor.backtest.BackTestResult.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is evaluated when: windows, equality, edges of the history, stretches of different resolution. */
class BackTestTest {

    @ParameterizedTest
    @CsvSource({
        "GREATER_THAN_OR_EQUAL_TO_THRESHOLD, 4 5 6, 2-3…",
        "GREATER_THAN_THRESHOLD, 4 5 6, 3-3…",
        "LESS_THAN_OR_EQUAL_TO_THRESHOLD, 6 5 4, 2-3…",
        "LESS_THAN_THRESHOLD, 6 5 4, 3-3…",
    })
    void equalityBreachesWhereTheComparisonSaysSo(Comparison comparison, String points, String expected) {
        BackTestRule rule = new BackTestRule(comparison, 1, 1, 60, MissingData.NOT_BREACHING, "Maximum", false, false);
        BackTestResult result = BackTest.of(minutes(points), rule).at(5);
        assertThat(minutes(result)).containsExactly(expected);
        assertThat(result.episodes().getFirst().worst())
                .hasValue(comparison.name().startsWith("G") ? 6 : 4);
    }

    /** One high minute is in five windows of five minutes, which end one minute apart. */
    @Test
    void theWindowSlidesByTheMinuteAlsoWhenThePeriodIsLonger() {
        BackTest test =
                BackTest.of(minutes("0 0 0 0 0 0 0 9 0 0 0 0 0 0 0"), rule(1, 1, 300, MissingData.NOT_BREACHING));
        BackTestResult result = test.at(5);
        assertThat(minutes(result)).containsExactly("8-13");
        assertThat(result.inAlarm()).isEqualTo(Duration.ofMinutes(5));
        assertThat(result.episodes().getFirst().worst()).hasValue(9);
    }

    @ParameterizedTest
    @CsvSource({"Maximum, 4", "Minimum, 1", "Average, 2", "Sum, 10", "SampleCount, 10"})
    void aLongPeriodHasTheStatisticOfItsMinutes(String statistic, double value) {
        BackTest test = BackTest.of(minutes("1 2 - 1 2 4"), rule(1, 1, 360, MissingData.NOT_BREACHING, statistic));
        assertThat(test.at(value).times()).isEqualTo(1);
        assertThat(test.at(Math.nextUp(value)).times()).isZero();
    }

    @Test
    void mOfNBreachingPeriodsWhereverTheyStand() {
        BackTestRule rule = rule(2, 3, 60, MissingData.NOT_BREACHING);
        assertThat(minutes(BackTest.of(minutes("0 0 9 0 9 0 0 9 0 0"), rule).at(5)))
                .containsExactly("5-6");
    }

    @Test
    void nothingIsJudgedBeforeItsWindowIsFull() {
        BackTestResult result = BackTest.of(minutes("9 9 9 9"), rule(3, 3, 60, MissingData.NOT_BREACHING))
                .at(5);
        assertThat(minutes(result)).containsExactly("3-4…");
        assertThat(result.parts())
                .containsExactly(
                        new Part(START, START.plusSeconds(180), Basis.NOTHING_BEFORE),
                        new Part(START.plusSeconds(180), START.plusSeconds(240), Basis.EVERY_MINUTE));
    }

    /** Whether N periods have data is known only when the whole range is in the history. */
    @Test
    void missingDataIsJudgedWhenTheWholeRangeIsInTheHistory() {
        BackTestResult result = BackTest.of(minutes("- - - - - -"), rule(3, 3, 60, MissingData.BREACHING))
                .at(5);
        assertThat(minutes(result)).containsExactly("5-6…");
        assertThat(result.episodes().getFirst().worst()).isEmpty();
    }

    @Test
    void withoutHistoryNothingIsCounted() {
        for (History empty : List.of(new History(List.of()), minutes(""), minutes("9 9"))) {
            BackTestResult result =
                    BackTest.of(empty, rule(3, 3, 60, MissingData.MISSING)).at(5);
            assertThat(result.times()).isZero();
            assertThat(result.band()).isEmpty();
            assertThat(result.counted()).isZero();
            assertThat(result.exactness()).isEqualTo(Exactness.NOT_COUNTED);
        }
    }

    @ParameterizedTest
    @CsvSource({"MISSING, INSUFFICIENT_DATA", "IGNORE, ALARM", "BREACHING, ALARM", "NOT_BREACHING, OK"})
    void withoutAnyDataTheTreatmentDecides(MissingData missing, State expected) {
        BackTestResult result = BackTest.of(minutes("- - - - - - -"), rule(1, 1, 60, missing), State.ALARM)
                .at(5);
        assertThat(result.band()).extracting(BackTestResult.StateSpan::state).containsExactly(expected);
    }

    @Test
    void whatIsNotANumberIsMissing() {
        BackTestRule rule = rule(1, 1, 60, MissingData.MISSING);
        assertThat(Histories.last(
                        BackTest.of(minutes("1 NaN NaN NaN NaN"), rule).at(5)))
                .isEqualTo(State.INSUFFICIENT_DATA);
        BackTest test = BackTest.of(minutes("1"), rule);
        assertThatThrownBy(() -> test.at(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noDataIsZeroWhereTheAlarmFillsIt() {
        BackTestRule filled = new BackTestRule(
                Comparison.GREATER_THAN_OR_EQUAL_TO_THRESHOLD, 1, 1, 60, MissingData.IGNORE, "Sum", true, true);
        assertThat(minutes(BackTest.of(minutes("0 9 - - - - -"), filled).at(5))).containsExactly("2-3");
        assertThat(minutes(BackTest.of(minutes("0 9 - - - - -"), rule(1, 1, 60, MissingData.IGNORE, "Sum"))
                        .at(5)))
                .containsExactly("2-7…");
    }

    @Test
    void anAlarmGoesOnFromOneStretchToTheNext() {
        Instant seam = START.plusSeconds(1200);
        History history =
                new History(List.of(stretch(START, 300, "0 0 9 9"), stretch(seam, 60, "9 9 9 9 9 9 9 0 0 0 0 0 0 0")));
        BackTestResult result =
                BackTest.of(history, rule(1, 1, 300, MissingData.NOT_BREACHING)).at(5);
        assertThat(minutes(result)).containsExactly("15-32");
        assertThat(result.parts())
                .containsExactly(
                        new Part(START, START.plusSeconds(300), Basis.NOTHING_BEFORE),
                        new Part(START.plusSeconds(300), seam, Basis.COARSE_DATA),
                        new Part(seam, seam.plusSeconds(300), Basis.COARSE_DATA),
                        new Part(seam.plusSeconds(300), seam.plusSeconds(840), Basis.EVERY_MINUTE));
    }

    @Test
    void anAlarmDoesNotGoOnOverAHole() {
        History history = new History(List.of(stretch(START, 60, "0 9"), stretch(START.plusSeconds(600), 60, "9 9 0")));
        BackTestResult result =
                BackTest.of(history, rule(1, 1, 60, MissingData.NOT_BREACHING)).at(5);
        assertThat(minutes(result)).containsExactly("2-2…", "11-13");
        assertThat(result.episodes()).extracting(Episode::open).containsExactly(true, false);
    }

    @Test
    void stretchesDoNotOverlap() {
        assertThatThrownBy(() ->
                        new History(List.of(stretch(START, 60, "1 2 3"), stretch(START.plusSeconds(120), 60, "1 2 3"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
