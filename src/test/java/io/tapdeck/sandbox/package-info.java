/** The sandbox as the real clients see it. */
@NullMarked
package io.tapdeck.sandbox;

import org.jspecify.annotations.NullMarked;
