/** Templates: reading, checking, parameters, conditions and intrinsic functions. Knows nothing of stacks. */
@NullMarked
package io.tapdeck.sandbox.cloudformation.template;

import org.jspecify.annotations.NullMarked;
