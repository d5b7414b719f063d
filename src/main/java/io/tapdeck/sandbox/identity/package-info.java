/** Who the caller is, and what the caller may do. */
@NullMarked
package io.tapdeck.sandbox.identity;

import org.jspecify.annotations.NullMarked;
