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

    private static List<String> labels(String start, String end, ZoneId zone) {
        return TimeTicks.of(new TimeScale(Instant.parse(start), Instant.parse(end), 900), zone, 70).stream()
                .map(TimeTicks.Tick::label)
                .toList();
    }

    @org.junit.jupiter.api.Test
    void theHourThatIsSkippedHasNoTickAndTheOthersStayRound() {
        assertThat(labels("2026-03-28T23:00:00Z", "2026-03-29T07:00:00Z", ZoneId.of("Europe/Berlin")))
                .containsExactly("Sun 29", "01:00", "03:00", "04:00", "05:00", "06:00", "07:00", "08:00", "09:00");
    }

    @org.junit.jupiter.api.Test
    void theHourThatComesTwiceHasOneTickAndTheOthersStayRound() {
        assertThat(labels("2026-10-24T22:00:00Z", "2026-10-25T06:00:00Z", ZoneId.of("Europe/Berlin")))
                .containsExactly("Sun 25", "01:00", "02:00", "03:00", "04:00", "05:00", "06:00", "07:00");
    }

    @org.junit.jupiter.api.Test
    void daysBeginAtLocalMidnightOnBothSidesOfAChangeOfTheClock() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        TimeScale scale =
                new TimeScale(Instant.parse("2026-10-22T10:00:00Z"), Instant.parse("2026-11-03T10:00:00Z"), 900);
        assertThat(TimeTicks.of(scale, zone, 70))
                .extracting(
                        tick -> scale.at(tick.x()).atZone(zone).toLocalTime().toString())
                .hasSize(12)
                .containsOnly("00:00");
    }

    @org.junit.jupiter.api.Test
    void midnightSaysWhichDayBegins() {
        assertThat(labels("2026-11-20T20:00:00Z", "2026-11-21T04:00:00Z", ZoneOffset.UTC))
                .contains("23:00", "Sat 21", "01:00");
    }
}
