package io.tapdeck.desk.watch.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The rules of the vertical axis: from 0, four or five round steps, 15 % of room above the threshold. */
class ValueScaleTest {

    @Property(tries = 500)
    void leavesRoomAboveTheThreshold(
            @ForAll @DoubleRange(min = 0, max = 1e7) double most,
            @ForAll @DoubleRange(min = 0.1, max = 20_000) double threshold) {
        ValueScale scale = ValueScale.of(most, threshold, "");
        assertThat(scale.part(threshold)).isLessThanOrEqualTo(1 / 1.15 + 1e-9);
    }

    @Property(tries = 500)
    void holdsAllDataWithoutWastingMoreThanHalf(@ForAll @DoubleRange(min = 0.01, max = 1e9) double most) {
        assertThat(ValueScale.of(most, Double.NaN, "").part(most)).isBetween(0.5, 1.0);
    }

    @Property(tries = 500)
    void hasFourOrFiveRoundSteps(@ForAll @DoubleRange(min = 0.01, max = 1e9) double most) {
        ValueScale scale = ValueScale.of(most, Double.NaN, "");
        assertThat(scale.steps()).isBetween(4, 5);
        double digits = scale.step() / Math.pow(10, Math.floor(Math.log10(scale.step()) + 1e-9));
        assertThat(digits)
                .satisfiesAnyOf(
                        value -> assertThat(value).isCloseTo(1, within()),
                        value -> assertThat(value).isCloseTo(2, within()),
                        value -> assertThat(value).isCloseTo(2.5, within()),
                        value -> assertThat(value).isCloseTo(5, within()));
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }

    @Test
    void anEmptyChartStillHasAnAxis() {
        assertThat(ValueScale.of(0, Double.NaN, "").top()).isEqualTo(1);
    }

    @Test
    void utilizationWithAThresholdOf80ReachesTo100() {
        ValueScale scale = ValueScale.of(92, 80, "%");
        assertThat(scale.top()).isEqualTo(100);
        assertThat(scale.label(0)).isEqualTo("0");
        assertThat(scale.label(scale.steps())).isEqualTo("100");
    }

    @Test
    void aClusterAtItsMaximumNeedsNoAxisBeyond100Percent() {
        assertThat(ValueScale.of(100, 80, "%").top()).isEqualTo(100);
        assertThat(ValueScale.of(100, 80, "").top()).isGreaterThan(100);
    }

    @Test
    void allLabelsOfAnAxisHaveTheSameDecimals() {
        assertThat(new ValueScale(0.5, 4, "").label(2)).isEqualTo("1.0");
        assertThat(new ValueScale(2.5, 4, "").label(4)).isEqualTo("10.0");
    }
}
