/** What exists in the sandbox's account. */
@NullMarked
package io.tapdeck.sandbox.world;

import org.jspecify.annotations.NullMarked;
