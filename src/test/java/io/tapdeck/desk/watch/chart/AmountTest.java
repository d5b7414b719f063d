package io.tapdeck.desk.watch.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.MetricDescription;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values and axes in their units. */
class AmountTest {
    private static List<String> labels(double most, double threshold, String unit) {
        ValueScale scale = ValueScale.of(most, threshold, unit);
        return IntStream.rangeClosed(0, scale.steps()).mapToObj(scale::label).toList();
    }

    @Test
    void secondsAreDurations() {
        assertThat(Amount.of(3600, "s")).isEqualTo("1 h");
        assertThat(Amount.of(5400, "s")).isEqualTo("1 h 30 min");
        assertThat(Amount.of(0.25, "s")).isEqualTo("0.25 s");
    }

    @Test
    void bytesArePowersOf1024() {
        assertThat(Amount.of(512, "B")).isEqualTo("512 B");
        assertThat(Amount.of(1.5 * 1024 * 1024 * 1024, "B")).isEqualTo("1.5 GiB");
    }

    @Test
    void otherUnitsStandBehindTheNumber() {
        assertThat(Amount.of(7.84, "ACU")).isEqualTo("7.8 ACU");
        assertThat(Amount.of(286, "")).isEqualTo("286");
    }

    @Test
    void anAxisOfSecondsHasStepsOfTheClock() {
        assertThat(labels(1_000, 3_600, "s")).containsExactly("0", "15 min", "30 min", "45 min", "60 min", "75 min");
        assertThat(labels(40_000, Double.NaN, "s")).containsExactly("0", "3 h", "6 h", "9 h", "12 h");
        assertThat(labels(8 * 86_400, Double.NaN, "s")).containsExactly("0", "2 d", "4 d", "6 d", "8 d", "10 d");
        assertThat(labels(9, Double.NaN, "s")).containsExactly("0", "2 s", "4 s", "6 s", "8 s", "10 s");
    }

    @Test
    void anAxisOfBytesHasStepsThatAreRoundInTheirPower() {
        double mebibyte = 1024 * 1024;
        assertThat(labels(900 * mebibyte, Double.NaN, "B"))
                .containsExactly("0", "200 MiB", "400 MiB", "600 MiB", "800 MiB", "1000 MiB");
        assertThat(labels(3.6 * 1024 * mebibyte, Double.NaN, "B"))
                .containsExactly("0", "1 GiB", "2 GiB", "3 GiB", "4 GiB");
    }

    @Test
    void largeCountsAreToldInThousands() {
        assertThat(labels(45_000, Double.NaN, "")).containsExactly("0", "10 k", "20 k", "30 k", "40 k", "50 k");
    }

    @Test
    void anAxisOfPercentEndsAt100WhateverTheThreshold() {
        assertThat(ValueScale.of(100, 95, "%").top()).isEqualTo(100);
        assertThat(ValueScale.of(100, Double.NaN, "%").top()).isEqualTo(100);
        assertThat(ValueScale.of(30, 120, "%").top()).isGreaterThan(120);
    }

    @Test
    void anAxisOfSharesIsInPercentAndEndsAt100() {
        assertThat(labels(0.07, 0.05, MetricDescription.SHARE)).containsExactly("0", "2", "4", "6", "8");
        assertThat(labels(1, 0.95, MetricDescription.SHARE)).endsWith("100");
        assertThat(Amount.of(0.05, MetricDescription.SHARE)).isEqualTo("5 %");
    }
}
