package io.tapdeck.desk.watch.chart;

import java.time.Instant;

/**
 * A span in which an alarm would have been in ALARM, marked with a flag.
 *
 * @param number on its flag, from 1
 */
public record AlarmSpan(Instant from, Instant to, int number) {}
