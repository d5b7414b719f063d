/** CloudFormation as a simulation: stacks, change sets, events, in virtual time. */
@NullMarked
package io.tapdeck.sandbox.cloudformation;

import org.jspecify.annotations.NullMarked;
