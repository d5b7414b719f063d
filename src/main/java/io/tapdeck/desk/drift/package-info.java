/** How environments differ from what their templates say, and the way back. */
@NullMarked
package io.tapdeck.desk.drift;

import org.jspecify.annotations.NullMarked;
