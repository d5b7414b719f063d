@NullMarked
package io.tapdeck.environment.cost;

import org.jspecify.annotations.NullMarked;
