@NullMarked
package io.tapdeck.synth.space;

import org.jspecify.annotations.NullMarked;
