/** The environment's page. */
@NullMarked
package io.tapdeck.desk.watch.athand;

import org.jspecify.annotations.NullMarked;
