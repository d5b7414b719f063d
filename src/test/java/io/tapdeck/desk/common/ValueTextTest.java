package io.tapdeck.desk.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {
    @ParameterizedTest
    @CsvSource({"7.26,7.3", "40,40", "0,0", "0.05,0.05", "0.5,0.5", "0.004,0", "3600,3600", "-0.05,-0.05"})
    void hasNoMoreDigitsThanTellSomething(double value, String text) {
        assertThat(ValueText.of(value)).isEqualTo(text);
    }
}
