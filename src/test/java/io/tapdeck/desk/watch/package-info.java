/** The environment's page. */
@NullMarked
package io.tapdeck.desk.watch;

import org.jspecify.annotations.NullMarked;
