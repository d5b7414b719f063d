/** Two definitions side by side, in the words of their blueprints. */
@NullMarked
package io.tapdeck.environment.comparison;

import org.jspecify.annotations.NullMarked;
