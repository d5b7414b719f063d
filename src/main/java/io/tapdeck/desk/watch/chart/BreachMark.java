package io.tapdeck.desk.watch.chart;

import java.time.Instant;

/**
 * A datapoint by which the alarm went to ALARM or stayed there: what CloudWatch holds against the threshold is the
 * statistic over a whole period of the alarm, not the finer points of the line.
 *
 * @param from start of its period
 * @param to end of its period
 * @param value the statistic over the period; {@link Double#NaN} for one that is missing and counts as breaching
 */
public record BreachMark(Instant from, Instant to, double value) {}
