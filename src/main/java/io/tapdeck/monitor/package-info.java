/** Metric history, alarm states and alarm history. */
@NullMarked
package io.tapdeck.monitor;

import org.jspecify.annotations.NullMarked;
