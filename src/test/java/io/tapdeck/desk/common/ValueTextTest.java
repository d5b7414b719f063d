package io.tapdeck.desk.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.MetricDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {
    @ParameterizedTest
    @CsvSource({"7.26,7.3", "40,40", "0,0", "0.05,0.05", "0.5,0.5", "0.004,0", "3600,3600", "-0.05,-0.05"})
    void hasNoMoreDigitsThanTellSomething(double value, String text) {
        assertThat(ValueText.of(value)).isEqualTo(text);
    }

    @Test
    void aShareIsReadInPercent() {
        assertThat(ValueText.of(0.05, MetricDescription.SHARE)).isEqualTo("5 %");
        assertThat(ValueText.of(0.0123, MetricDescription.SHARE)).isEqualTo("1.2 %");
        assertThat(AlarmReason.of(
                        "Threshold Crossed: 1 out of the last 1 datapoints [0.07 (22/11/26 10:00:00)] was greater than or"
                                + " equal to the threshold (0.05) (minimum 1 datapoint for OK -> ALARM transition).",
                        MetricDescription.SHARE))
                .isEqualTo("1 of 1 at or above 5 %: 7");
    }
}
