@NullMarked
package io.tapdeck;

import org.jspecify.annotations.NullMarked;
