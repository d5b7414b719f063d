@NullMarked
package io.tapdeck.blueprint;

import org.jspecify.annotations.NullMarked;
