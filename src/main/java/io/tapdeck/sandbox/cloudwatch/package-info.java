/** CloudWatch as far as a monitor needs it: metrics, a workload for what is deployed, alarms and their history. */
@NullMarked
package io.tapdeck.sandbox.cloudwatch;

import org.jspecify.annotations.NullMarked;
