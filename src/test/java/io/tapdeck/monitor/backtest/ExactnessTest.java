package io.tapdeck.monitor.backtest;

import static io.tapdeck.monitor.backtest.Histories.START;
import static io.tapdeck.monitor.backtest.Histories.rule;
import static io.tapdeck.monitor.backtest.Histories.stretch;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.MissingData;
import io.tapdeck.monitor.backtest.BackTestResult.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a count can be trusted, by the data it is made of. */
class ExactnessTest {

    @ParameterizedTest
    @CsvSource({
        "60, 60, Average, false, EVERY_MINUTE",
        "60, 60, p99, false, EVERY_MINUTE",
        "60, 300, Average, false, AVERAGE_OF_AVERAGES",
        "60, 300, Maximum, false, EVERY_MINUTE",
        "60, 300, Minimum, false, EVERY_MINUTE",
        "60, 300, Sum, true, EVERY_MINUTE",
        "60, 300, SampleCount, false, EVERY_MINUTE",
        "60, 300, Maximum, true, SUM_OF_EXTREMES",
        "60, 300, p99, false, NOT_DERIVABLE",
        "300, 300, Average, false, COARSE_DATA",
        "300, 900, Maximum, false, COARSE_DATA",
        "300, 360, Maximum, false, NOT_DERIVABLE",
        "300, 60, Maximum, false, COARSER_THAN_PERIOD",
        "3600, 300, Average, false, COARSER_THAN_PERIOD",
        "3600, 3600, Average, false, COARSE_DATA",
    })
    void dependsOnResolutionPeriodAndStatistic(
            int resolution, int period, String statistic, boolean sum, Basis expected) {
        BackTestRule rule = new BackTestRule(
                Comparison.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                1,
                1,
                period,
                MissingData.MISSING,
                statistic,
                sum,
                false);
        assertThat(Basis.of(rule, resolution)).isEqualTo(expected);
    }

    @Test
    void aMixedHistoryIsAsExactAsItsLeastExactPartThatCounts() {
        BackTestResult result = BackTest.of(
                        new History(List.of(
                                stretch(START, 3600, "1 1"),
                                stretch(START.plusSeconds(7200), 300, "1 1"),
                                stretch(START.plusSeconds(7800), 60, "1 1 1 1 1 1"))),
                        rule(1, 1, 300, MissingData.MISSING))
                .at(5);
        assertThat(result.exactness()).isEqualTo(Exactness.ABOUT);
        assertThat(result.parts())
                .extracting(Part::basis)
                .containsExactly(
                        Basis.COARSER_THAN_PERIOD,
                        Basis.NOTHING_BEFORE,
                        Basis.COARSE_DATA,
                        Basis.COARSE_DATA,
                        Basis.EVERY_MINUTE);
        assertThat(result.counted()).hasMinutes(5 + 6);
    }
}
