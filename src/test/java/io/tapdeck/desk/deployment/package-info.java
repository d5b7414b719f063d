/** The deployment pages. */
@NullMarked
package io.tapdeck.desk.deployment;

import org.jspecify.annotations.NullMarked;
