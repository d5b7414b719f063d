/**
 * The proof that a deployment can be trusted: every operation, with every fault, at every call.
 */
@NullMarked
package io.tapdeck.deploy.sweep;

import org.jspecify.annotations.NullMarked;
