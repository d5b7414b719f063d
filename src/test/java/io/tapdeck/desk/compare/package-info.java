/** How stacks stand and what can be done, on fakes. */
@NullMarked
package io.tapdeck.desk.compare;

import org.jspecify.annotations.NullMarked;
