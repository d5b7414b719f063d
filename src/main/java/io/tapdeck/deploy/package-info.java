/** Plan, change set, execution, events, outcome. */
@NullMarked
package io.tapdeck.deploy;

import org.jspecify.annotations.NullMarked;
