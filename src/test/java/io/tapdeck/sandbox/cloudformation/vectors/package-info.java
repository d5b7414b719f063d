/** Replays recorded answers of real AWS on the simulated CloudFormation. */
@NullMarked
package io.tapdeck.sandbox.cloudformation.vectors;

import org.jspecify.annotations.NullMarked;
