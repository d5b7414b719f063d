/** What kinds of environments there are. */
@NullMarked
package io.tapdeck.blueprint;

import org.jspecify.annotations.NullMarked;
