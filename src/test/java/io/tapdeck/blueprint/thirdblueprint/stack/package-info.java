/** The stack of the third blueprint: loaded in its worker only. */
@NullMarked
package io.tapdeck.blueprint.thirdblueprint.stack;

import org.jspecify.annotations.NullMarked;
