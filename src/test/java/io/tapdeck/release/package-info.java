@NullMarked
package io.tapdeck.release;

import org.jspecify.annotations.NullMarked;
