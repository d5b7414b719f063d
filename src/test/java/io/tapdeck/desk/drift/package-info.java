/** Drift at the desk, on fakes. */
@NullMarked
package io.tapdeck.desk.drift;

import org.jspecify.annotations.NullMarked;
