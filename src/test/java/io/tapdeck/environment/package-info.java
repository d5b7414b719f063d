@NullMarked
package io.tapdeck.environment;

import org.jspecify.annotations.NullMarked;
