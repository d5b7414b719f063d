@NullMarked
package io.tapdeck.desk.alarms;

import org.jspecify.annotations.NullMarked;
