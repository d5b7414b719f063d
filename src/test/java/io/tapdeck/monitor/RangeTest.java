package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

    /** More points than pixels help nobody; GetMetricData gives 100,800 to all series together. */
    @ParameterizedTest
    @EnumSource
    void aChartHasSomeHundredsOfPoints(Range range) {
        assertThat(range.length().dividedBy(range.period())).isBetween(60L, 2100L);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchNeverAsksForMoreThanCloudWatchGives(Range range) {
        int series = MetricReader.batchSize(range.length(), range.period());
        assertThat(series).isBetween(1, 500);
        assertThat(series * (range.length().dividedBy(range.period()) + 1)).isLessThanOrEqualTo(100_800);
        assertThat(MetricReader.batchSize(Duration.ofHours(1), Duration.ofMinutes(1)))
                .isEqualTo(500);
    }
}
