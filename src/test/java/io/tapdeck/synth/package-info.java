@NullMarked
package io.tapdeck.synth;

import org.jspecify.annotations.NullMarked;
