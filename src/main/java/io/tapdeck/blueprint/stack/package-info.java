/** From a definition to its blueprint's CDK stacks; loaded in the worker only. */
@NullMarked
package io.tapdeck.blueprint.stack;

import org.jspecify.annotations.NullMarked;
