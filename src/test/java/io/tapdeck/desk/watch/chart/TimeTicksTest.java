package io.tapdeck.desk.watch.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.monitor.Range;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Times below a chart. */
class TimeTicksTest {
    private static final Instant END = Instant.parse("2026-11-20T14:42:00Z");

    private static List<String> labels(Range range, ZoneId zone) {
        TimeScale scale = new TimeScale(END.minus(range.length()), END, 490);
        return TimeTicks.of(scale, zone, 70).stream().map(TimeTicks.Tick::label).toList();
    }

    @ParameterizedTest
    @EnumSource(Range.class)
    void everyRangeHasTwoToSevenTicksThatKeepTheirDistance(Range range) {
        TimeScale scale = new TimeScale(END.minus(range.length()), END, 490);
        List<TimeTicks.Tick> ticks = TimeTicks.of(scale, ZoneOffset.UTC, 70);
        assertThat(ticks).hasSizeBetween(2, 7);
        for (int index = 1; index < ticks.size(); index++) {
            assertThat(ticks.get(index).x() - ticks.get(index - 1).x()).isGreaterThanOrEqualTo(65);
        }
    }

    @org.junit.jupiter.api.Test
    void hoursStandAtRoundLocalTimes() {
        assertThat(labels(Range.THREE_HOURS, ZoneOffset.UTC))
                .containsExactly("12:00", "12:30", "13:00", "13:30", "14:00", "14:30");
        assertThat(labels(Range.HALF_DAY, ZoneId.of("Asia/Kolkata"))).contains("12:00", "18:00");
    }

    @org.junit.jupiter.api.Test
    void daysAndMonthsStandAtMidnight() {
        assertThat(labels(Range.WEEK, ZoneOffset.UTC)).contains("Sat 14", "Fri 20");
        assertThat(labels(Range.YEAR, ZoneOffset.UTC)).contains("Jan 2026");
    }
}
