/** Metric math: expressions over metrics, as GetMetricData and alarms evaluate them. */
@NullMarked
package io.tapdeck.sandbox.cloudwatch.math;

import org.jspecify.annotations.NullMarked;
