@NullMarked
package io.tapdeck.store;

import org.jspecify.annotations.NullMarked;
