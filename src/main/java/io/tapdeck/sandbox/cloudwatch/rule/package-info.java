/** The rules of composite alarms: their grammar, and which states they hold for. */
@NullMarked
package io.tapdeck.sandbox.cloudwatch.rule;

import org.jspecify.annotations.NullMarked;
