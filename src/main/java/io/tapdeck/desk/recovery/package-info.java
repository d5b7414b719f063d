/** How the stacks of an environment stand, and what an administrator can do about one that is stuck, left over or busy. */
@NullMarked
package io.tapdeck.desk.recovery;

import org.jspecify.annotations.NullMarked;
