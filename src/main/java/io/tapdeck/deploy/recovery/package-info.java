/** Stacks that are stuck: what happened to them, and the ways out. */
@NullMarked
package io.tapdeck.deploy.recovery;

import org.jspecify.annotations.NullMarked;
