@NullMarked
package io.tapdeck.sandbox.identity;

import org.jspecify.annotations.NullMarked;
