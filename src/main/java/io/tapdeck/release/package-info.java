/** Which Tapdeck this is, and whether a newer one is there. */
@NullMarked
package io.tapdeck.release;

import org.jspecify.annotations.NullMarked;
