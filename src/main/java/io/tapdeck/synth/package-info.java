/** Definition in, cloud assembly out: owns the worker process in which CDK runs. */
@NullMarked
package io.tapdeck.synth;

import org.jspecify.annotations.NullMarked;
