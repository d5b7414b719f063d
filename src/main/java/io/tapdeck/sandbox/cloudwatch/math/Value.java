package io.tapdeck.sandbox.cloudwatch.math;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** What an expression gives: a scalar, a time series, or several (user guide, "Metric math syntax and functions"). */
public sealed interface Value {

    /** One number, the same at all times. */
    record Scalar(double number) implements Value {}

    /** Values by the start of their period; missing points are absent. */
    record Series(SortedMap<Instant, Double> points) implements Value {}

    /** Several time series. */
    record Array(List<Series> series) implements Value {}
}
