/** The child process in which CDK runs: one definition in, one answer out, as JSON lines. */
@NullMarked
package io.tapdeck.synth.worker;

import org.jspecify.annotations.NullMarked;
