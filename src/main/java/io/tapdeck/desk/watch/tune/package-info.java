/** One alarm's threshold is tried: what it would have done over the history, and the way to its review. */
@NullMarked
package io.tapdeck.desk.watch.tune;

import org.jspecify.annotations.NullMarked;
