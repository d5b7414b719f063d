package io.tapdeck.monitor.backtest;

import static io.tapdeck.monitor.backtest.Histories.START;
import static io.tapdeck.monitor.backtest.Histories.minutes;
import static io.tapdeck.monitor.backtest.Histories.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.MissingData;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which datapoints an alarm went to ALARM by: minutes of their start, and their values. */
class BreachesTest {
    private static List<String> breaches(BackTestRule rule, String points) {
        return BackTest.of(minutes(points), rule).breaches(5).stream()
                .map(breach -> Duration.between(START, breach.from()).toMinutes() + " "
                        + (breach.value().isPresent() ? breach.value().getAsDouble() : "missing"))
                .toList();
    }

    @Test
    void aPointOverTheThresholdThatAloneMakesNoAlarmIsNotMarked() {
        assertThat(breaches(rule(2, 3, 60, MissingData.NOT_BREACHING), "1 9 1 1 1 1 1"))
                .isEmpty();
    }

    @Test
    void ofThePointsThatMakeTheAlarmThoseThatBreachAreMarked() {
        assertThat(breaches(rule(2, 3, 60, MissingData.NOT_BREACHING), "1 1 1 1 9 1 8 1 1 1"))
                .containsExactly("4 9.0", "6 8.0");
    }

    @Test
    void whatKeepsTheAlarmIsMarkedToo() {
        assertThat(breaches(rule(2, 2, 60, MissingData.NOT_BREACHING), "1 1 1 9 8 7 1 1"))
                .containsExactly("3 9.0", "4 8.0", "5 7.0");
    }

    @Test
    void aMissingPointThatCountsAsBreachingIsMarked() {
        assertThat(breaches(rule(2, 2, 60, MissingData.BREACHING), "1 1 1 1 - - - - 1 1"))
                .contains("6 missing", "7 missing");
        assertThat(breaches(rule(2, 2, 60, MissingData.NOT_BREACHING), "1 1 1 1 - - - - 1 1"))
                .isEmpty();
    }

    @Test
    void aDatapointIsAWholePeriodAndNoTwoOverlap() {
        List<BackTest.Breach> marks = BackTest.of(
                        minutes("1 1 1 1 1 1 1 1 1 1 9 9 9 9 9 9 9 9 9 9 9 9 9 1 1 1 1 1 1 1"),
                        rule(2, 2, 300, MissingData.NOT_BREACHING, "Minimum"))
                .breaches(5);
        assertThat(marks).hasSize(2);
        assertThat(marks.getFirst().from()).isEqualTo(START.plusSeconds(600));
        assertThat(marks.getFirst().to()).isEqualTo(marks.getLast().from());
    }
}
