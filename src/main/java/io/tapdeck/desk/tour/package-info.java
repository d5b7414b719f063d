/** The journey played without a person: the same desk, driven through the words on its controls. */
@NullMarked
package io.tapdeck.desk.tour;

import org.jspecify.annotations.NullMarked;
