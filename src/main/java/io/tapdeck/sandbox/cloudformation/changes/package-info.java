/** What a change set says: the differences between what is deployed and what is asked for. */
@NullMarked
package io.tapdeck.sandbox.cloudformation.changes;

import org.jspecify.annotations.NullMarked;
