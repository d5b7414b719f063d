@NullMarked
package io.tapdeck.cli;

import org.jspecify.annotations.NullMarked;
