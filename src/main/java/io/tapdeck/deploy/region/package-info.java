/** Everything that works on the stacks of one region, and which of them are an environment. */
@NullMarked
package io.tapdeck.deploy.region;

import org.jspecify.annotations.NullMarked;
