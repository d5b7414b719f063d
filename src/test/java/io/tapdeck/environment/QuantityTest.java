package io.tapdeck.environment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number in steps, as capacity is one. */
class QuantityTest {
    private final Setting.Quantity capacity = new Setting.Quantity(
            "maxCapacity",
            "Maximum capacity",
            "",
            Mutability.IN_PLACE,
            "2",
            BigDecimal.ONE,
            new BigDecimal("256"),
            new BigDecimal("0.5"),
            "ACU");

    @Property
    void everyHalfStepInTheRangeIsValidAndHasOneSpelling(@ForAll @IntRange(min = 2, max = 512) int halves) {
        BigDecimal value = BigDecimal.valueOf(halves).divide(BigDecimal.TWO);

        assertThat(capacity.problem(value.toPlainString())).isNull();
        assertThat(capacity.normalize(" " + value.setScale(4) + " "))
                .isEqualTo(capacity.normalize(value.toPlainString()))
                .doesNotEndWith("0000");
    }

    @Property
    void everythingElseIsRefusedWithTheNearestValueThatIsNot(
            @ForAll @BigRange(min = "-300", max = "600") @Scale(3) BigDecimal value) {
        Problem problem = capacity.problem(value.toPlainString());
        boolean valid = value.compareTo(BigDecimal.ONE) >= 0
                && value.compareTo(new BigDecimal("256")) <= 0
                && value.remainder(new BigDecimal("0.5")).signum() == 0;

        assertThat(problem == null).isEqualTo(valid);
        if (problem != null) {
            Problem.Fix fix = requireNonNull(problem.fix());
            assertThat(fix.field()).isEqualTo("maxCapacity");
            assertThat(capacity.problem(fix.value())).isNull();
        }
    }

    @Property
    void anyTextAtAllIsAnswered(@ForAll String text) {
        Problem problem = capacity.problem(text);

        assertThat(problem == null || !problem.message().isBlank()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            two      | Maximum capacity is a number from 1 to 256 ACU.
            1e2      | Maximum capacity is a number from 1 to 256 ACU.
            ''       | Maximum capacity is a number from 1 to 256 ACU.
            0.5      | 0.5 is below 1 ACU, the least that is allowed here.
            256.5    | 256.5 is above 256 ACU, the most that is allowed here.
            2.3      | 2.3 is not a multiple of 0.5.
            """)
    void saysWhatIsWrong(String text, String message) {
        assertThat(requireNonNull(capacity.problem(text)).message()).isEqualTo(message);
    }

    @Test
    void hasNoSpellingForWhatIsWrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> capacity.normalize("2.3"));
    }
}
