package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeScaleTest {
    private final RangeScale capacity = new RangeScale(BigDecimal.ZERO, new BigDecimal("256"), new BigDecimal("0.5"));
    private final RangeScale days = new RangeScale(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE);

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0.1", "1, 0.2", "8, 0.5", "256, 1"})
    void theScaleDoublesFromLabelToLabel(String value, double position) {
        assertThat(capacity.position(new BigDecimal(value))).isEqualTo(position);
        assertThat(capacity.value(position)).isEqualByComparingTo(value);
    }

    @Test
    void aScaleEndsAtItsGreatestValueEvenIfThatIsNoDoubling() {
        assertThat(days.ticks()).extracting(BigDecimal::toPlainString).containsExactly("1", "2", "4", "8", "10");
        assertThat(days.value(1)).isEqualByComparingTo("10");
        assertThat(days.position(BigDecimal.TEN)).isEqualTo(1);
    }

    @Test
    void betweenLabelsOnlyWholeStepsAreMet() {
        assertThat(days.value(0.6)).isEqualByComparingTo("6");
        assertThat(capacity.value(0.505)).isEqualByComparingTo("8.5");
    }

    @Test
    void thumbsMoveByAStepOrFromLabelToLabel() {
        assertThat(capacity.step(new BigDecimal("8"), true)).isEqualByComparingTo("8.5");
        assertThat(capacity.step(BigDecimal.ZERO, false)).isEqualByComparingTo("0");
        assertThat(capacity.tick(new BigDecimal("8.5"), true)).isEqualByComparingTo("16");
        assertThat(capacity.tick(new BigDecimal("8.5"), false)).isEqualByComparingTo("8");
        assertThat(capacity.tick(new BigDecimal("256"), true)).isEqualByComparingTo("256");
    }
}
