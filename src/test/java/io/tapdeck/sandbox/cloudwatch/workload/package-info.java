/** Tests of the workloads. */
@NullMarked
package io.tapdeck.sandbox.cloudwatch.workload;

import org.jspecify.annotations.NullMarked;
