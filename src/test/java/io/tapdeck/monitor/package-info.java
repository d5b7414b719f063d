/** The monitor, on the sandbox's CloudWatch without a wire in between. */
@NullMarked
package io.tapdeck.monitor;

import org.jspecify.annotations.NullMarked;
