package io.tapdeck.environment.cost;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one unit costs in one region.
 *
 * @param perUnit in US dollars
 * @param unit such as "ACU-hour"
 * @param date of the source, or the day on which an undated source was read
 * @param source where the price was read
 */
public record Price(BigDecimal perUnit, String unit, LocalDate date, String source) {}
