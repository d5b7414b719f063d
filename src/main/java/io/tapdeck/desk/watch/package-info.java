/** One environment: its charts, the states of its alarms and their history. */
@NullMarked
package io.tapdeck.desk.watch;

import org.jspecify.annotations.NullMarked;
