@NullMarked
package io.tapdeck.synth.worker;

import org.jspecify.annotations.NullMarked;
