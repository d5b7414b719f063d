/** An accepted operation, followed to its end by its events. */
@NullMarked
package io.tapdeck.deploy.follow;

import org.jspecify.annotations.NullMarked;
