package io.tapdeck.monitor.backtest;

import static io.tapdeck.monitor.backtest.Histories.minutes;
import static io.tapdeck.monitor.backtest.Histories.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.MetricDescription;
import io.tapdeck.environment.MetricDimension;
import io.tapdeck.environment.MissingData;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Thresholds that history suggests. */
class SuggestionTest {
    private static final AlarmDescription HALVES = description("1", "10", "0.5");

    /** Three peaks, of 9, 7.2 and 5.1. */
    private static final BackTest PEAKS =
            BackTest.of(minutes("1 9 1 1 7.2 7.1 1 5.1 1 1"), rule(1, 1, 60, MissingData.NOT_BREACHING));

    @Test
    void neverIsTheLowestAllowedThresholdAboveEverything() {
        Suggestion quiet = Suggestion.of(PEAKS, HALVES, 0).orElseThrow();
        assertThat(quiet.threshold()).isEqualByComparingTo("9.5");
        assertThat(quiet.result().times()).isZero();
        assertThat(quiet.highest()).isEqualTo(9);
        assertThat(quiet.headroom()).isEqualTo(0.5);
        assertThat(quiet.percentile()).isEqualTo(100);
        // What it just avoids.
        assertThat(quiet.worst().orElseThrow().worst()).hasValue(9);
    }

    @Test
    void aNumberOfTimesIsTheHighestAllowedThresholdThatFiresSoOften() {
        assertThat(Suggestion.of(PEAKS, HALVES, 1).orElseThrow().threshold()).isEqualByComparingTo("9");
        assertThat(Suggestion.of(PEAKS, HALVES, 2).orElseThrow().threshold()).isEqualByComparingTo("7");
        Suggestion three = Suggestion.of(PEAKS, HALVES, 3).orElseThrow();
        assertThat(three.threshold()).isEqualByComparingTo("5");
        assertThat(three.percentile()).isCloseTo(60, within(1e-9));
        assertThat(three.worst().orElseThrow().length()).hasMinutes(2);
        assertThat(Suggestion.of(PEAKS, HALVES, 4)).isEmpty();
    }

    @Test
    void staysInTheSettingsRange() {
        assertThat(Suggestion.of(PEAKS, description("1", "6", "0.5"), 0)).isEmpty();
        assertThat(Suggestion.of(PEAKS, description("1", "6", "0.5"), 1)
                        .orElseThrow()
                        .threshold())
                .isEqualByComparingTo("6");
        assertThat(Suggestion.of(PEAKS, description("12", "20", "0.5"), 0)
                        .orElseThrow()
                        .threshold())
                .isEqualByComparingTo("12");
        assertThat(Suggestion.of(PEAKS, description("12", "20", "0.5"), 1)).isEmpty();
    }

    @Test
    void nothingIsSuggestedWithoutHistoryOrWhereMissingDataAlwaysFires() {
        assertThat(Suggestion.of(BackTest.of(minutes(""), rule(1, 1, 60, MissingData.MISSING)), HALVES, 0))
                .isEmpty();
        BackTest dark = BackTest.of(minutes("- - - - - -"), rule(1, 1, 60, MissingData.BREACHING));
        assertThat(Suggestion.of(dark, HALVES, 0)).isEmpty();
        assertThat(Suggestion.of(dark, HALVES, 1).orElseThrow().threshold()).isEqualByComparingTo("10");
    }

    /** What makes the bisection right, and what the search from above promises. */
    @Property(tries = 300)
    void agreesWithTryingEveryAllowedThreshold(
            @ForAll @Size(min = 12, max = 40) List<@IntRange(min = -3, max = 11) Integer> values,
            @ForAll @IntRange(min = 1, max = 3) int m,
            @ForAll @IntRange(min = 0, max = 4) int times,
            @ForAll MissingData missing) {
        String points = values.stream()
                .map(value -> value < 0 ? "-" : Integer.toString(value))
                .collect(Collectors.joining(" "));
        BackTest test = BackTest.of(minutes(points), rule(m, 3, 60, missing));
        BigDecimal expected = null;
        for (int halves = 20; halves >= 2; halves--) {
            BigDecimal threshold = new BigDecimal(halves).divide(BigDecimal.valueOf(2));
            int fires = test.at(threshold.doubleValue()).times();
            if (times > 0 && fires >= times) {
                expected = threshold;
                break;
            }
            if (times == 0 && fires > 0) {
                break;
            }
            expected = times == 0 ? threshold : null;
        }
        BigDecimal found = Suggestion.of(test, HALVES, times)
                .map(Suggestion::threshold)
                .map(BigDecimal::stripTrailingZeros)
                .orElse(null);
        assertThat(found).isEqualTo(expected == null ? null : expected.stripTrailingZeros());
    }

    private static AlarmDescription description(String minimum, String maximum, String step) {
        return new AlarmDescription(
                "cpu",
                "CPU",
                "HighCpu",
                MetricDescription.of(
                        "AWS/RDS",
                        "CPUUtilization",
                        "Average",
                        MetricDimension.of("DBClusterIdentifier", "AWS::RDS::DBCluster", "Cluster"),
                        "%"),
                new BigDecimal(minimum),
                new BigDecimal(maximum),
                new BigDecimal(step),
                new AlarmRule("cpu", true, BigDecimal.ONE, 1, 1, 60, MissingData.NOT_BREACHING),
                null);
    }
}
