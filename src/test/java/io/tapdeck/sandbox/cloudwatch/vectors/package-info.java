/** Replays recorded answers of real AWS on the simulated CloudWatch, over the wire. */
@NullMarked
package io.tapdeck.sandbox.cloudwatch.vectors;

import org.jspecify.annotations.NullMarked;
