/** What goes wrong on purpose: faults by service, operation and call, and by resource. */
@NullMarked
package io.tapdeck.sandbox.faults;

import org.jspecify.annotations.NullMarked;
