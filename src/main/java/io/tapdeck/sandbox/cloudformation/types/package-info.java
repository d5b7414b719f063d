/** Resource types as data: their properties, names, attributes and durations. */
@NullMarked
package io.tapdeck.sandbox.cloudformation.types;

import org.jspecify.annotations.NullMarked;
