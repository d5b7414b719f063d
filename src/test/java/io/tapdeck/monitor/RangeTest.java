package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RangeTest {

    /** API reference, "MetricStat", Period: by the age of the start. */
    @ParameterizedTest
    @EnumSource
    void thePeriodIsOneThatCloudWatchKeepsForThatLong(Range range) {
        long days = range.length().toDays();
        int multiple = days > 63 ? 3600 : days > 15 ? 300 : 60;
        assertThat(range.period().toSeconds() % multiple).isZero();
    }

    /** As many as a chart of a dozen lines gets in two calls: GetMetricData gives 100,800 to all series of a call. */
    @ParameterizedTest
    @EnumSource
    void aChartHasSomeHundredsToSomeThousandsOfPoints(Range range) {
        assertThat(range.length().dividedBy(range.period())).isBetween(60L, 11_000L);
    }
}
