package io.tapdeck.desk.watch.chart;

import java.time.Instant;

/**
 * A datapoint of the alarm that breached: what CloudWatch holds against the threshold is the statistic over a whole
 * period of the alarm, not the finer points of the line.
 *
 * @param from start of its period
 * @param to end of its period
 * @param value the statistic over the period
 */
public record BreachMark(Instant from, Instant to, double value) {}
