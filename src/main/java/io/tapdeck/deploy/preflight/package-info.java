/** What is asked of AWS before a change set is made. */
@NullMarked
package io.tapdeck.deploy.preflight;

import org.jspecify.annotations.NullMarked;
