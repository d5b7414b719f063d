package io.tapdeck.sandbox.cloudwatch.workload;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * What working hours add; hours are UTC.
 *
 * @param rampHours how long it takes to begin and to end
 * @param share what is added at the height of a weekday
 * @param weekendShare what is added at the height of a weekend's day
 */
record BusinessHours(double fromHour, double toHour, double rampHours, double share, double weekendShare) {

    /** What is added at a time. */
    double at(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        double hour = utc.getHour() + utc.getMinute() / 60.0;
        double open = Math.clamp((hour - fromHour) / rampHours, 0, 1);
        double close = Math.clamp((toHour - hour) / rampHours, 0, 1);
        boolean weekend = utc.getDayOfWeek() == DayOfWeek.SATURDAY || utc.getDayOfWeek() == DayOfWeek.SUNDAY;
        return (weekend ? weekendShare : share) * Math.min(open, close);
    }
}
