/** Metrics and their values, whoever gives them, and how CloudWatch cuts time into periods and forgets. */
@NullMarked
package io.tapdeck.sandbox.cloudwatch.metrics;

import org.jspecify.annotations.NullMarked;
