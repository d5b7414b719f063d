/** The rules of CloudWatch that the sandbox keeps. */
@NullMarked
package io.tapdeck.sandbox.cloudwatch;

import org.jspecify.annotations.NullMarked;
