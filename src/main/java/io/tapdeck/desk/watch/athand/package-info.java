/** What is needed to connect to what an environment made. */
@NullMarked
package io.tapdeck.desk.watch.athand;

import org.jspecify.annotations.NullMarked;
