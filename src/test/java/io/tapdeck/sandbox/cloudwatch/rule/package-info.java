/** Tests of the rules of composite alarms. */
@NullMarked
package io.tapdeck.sandbox.cloudwatch.rule;

import org.jspecify.annotations.NullMarked;
