package io.tapdeck.monitor;

import java.time.Instant;

/**
 * What is to be read of one series.
 *
 * @param start inclusive, on the resolution's grid
 * @param end exclusive
 */
record MetricQuestion(MetricSource source, Resolution resolution, Instant start, Instant end) {}
