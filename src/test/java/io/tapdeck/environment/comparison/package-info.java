@NullMarked
package io.tapdeck.environment.comparison;

import org.jspecify.annotations.NullMarked;
