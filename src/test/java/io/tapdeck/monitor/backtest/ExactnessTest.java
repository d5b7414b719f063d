package io.tapdeck.monitor.backtest;

import static io.tapdeck.monitor.backtest.Histories.START;
import static io.tapdeck.monitor.backtest.Histories.rule;
import static io.tapdeck.monitor.backtest.Histories.stretch;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.MetricDescription;
import io.tapdeck.environment.MetricDimension;
import io.tapdeck.environment.MissingData;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.backtest.BackTestResult.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a count can be trusted, by the data it is made of. */
class ExactnessTest {
    private static final AlarmState FIVE_MINUTES =
            new AlarmState("some", "Some", "arn", AlarmState.State.OK, START, "", 80, 2, 2, 300, "notBreaching", true);

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

    /** RDS sends one sample a minute of each instance; S3 one of each request, of which there are more in some minutes. */
    @Test
    void anAverageOfMinutesIsExactWhereEachMinuteHasAsManySamples() {
        assertThat(Basis.of(BackTestRule.of(averageOf("AWS/RDS"), FIVE_MINUTES), 60))
                .isEqualTo(Basis.EVERY_MINUTE);
        assertThat(Basis.of(BackTestRule.of(averageOf("AWS/S3"), FIVE_MINUTES), 60))
                .isEqualTo(Basis.AVERAGE_OF_AVERAGES);
        assertThat(Basis.of(BackTestRule.of(averageOf("AWS/RDS"), FIVE_MINUTES), 300))
                .isEqualTo(Basis.COARSE_DATA);
    }

    private static MetricDescription averageOf(String namespace) {
        return MetricDescription.of(
                namespace, "Some", "Average", new MetricDimension("Name", new MetricDimension.Fixed("one")), "");
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
