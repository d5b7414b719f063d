/** A third blueprint, as the README's guide makes it: proof that one more takes nothing but its package and two lines. */
@NullMarked
package io.tapdeck.blueprint.thirdblueprint;

import org.jspecify.annotations.NullMarked;
