/** How stacks stand and what can be done, on fakes. */
@NullMarked
package io.tapdeck.desk.recovery;

import org.jspecify.annotations.NullMarked;
