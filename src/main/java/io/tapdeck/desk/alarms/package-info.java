/** News of alarms, the quiet mode, and the page of all alarms. */
@NullMarked
package io.tapdeck.desk.alarms;

import org.jspecify.annotations.NullMarked;
