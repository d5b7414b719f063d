/** Faults, read from their grammar. */
@NullMarked
package io.tapdeck.sandbox.faults;

import org.jspecify.annotations.NullMarked;
