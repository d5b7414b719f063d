/** What was done to accounts from this computer, to be read and taken along. */
@NullMarked
package io.tapdeck.desk.journal;

import org.jspecify.annotations.NullMarked;
