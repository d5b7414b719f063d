/** What deployed resources do all day, as the metrics that their services give: made up, seeded, and the same every time. */
@NullMarked
package io.tapdeck.sandbox.cloudwatch.workload;

import org.jspecify.annotations.NullMarked;
