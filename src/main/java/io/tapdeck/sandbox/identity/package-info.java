/** Who the caller is. */
@NullMarked
package io.tapdeck.sandbox.identity;

import org.jspecify.annotations.NullMarked;
