/**
 * What an environment is, and how a blueprint describes itself: values that know their own rules. The ground floor: no
 * AWS client, no JavaFX, nothing else of Tapdeck.
 */
@NullMarked
package io.tapdeck.environment;

import org.jspecify.annotations.NullMarked;
