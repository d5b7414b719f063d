/** Holds the templates of the presets against those of the seeds that they come from. */
@NullMarked
package io.tapdeck.blueprint.golden;

import org.jspecify.annotations.NullMarked;
