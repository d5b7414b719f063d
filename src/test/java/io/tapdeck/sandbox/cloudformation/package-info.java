/** Tests of the simulated CloudFormation. */
@NullMarked
package io.tapdeck.sandbox.cloudformation;

import org.jspecify.annotations.NullMarked;
