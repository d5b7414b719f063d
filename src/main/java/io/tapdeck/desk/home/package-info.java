/** The environments of the account, the empty desk that teaches, and the drafts. */
@NullMarked
package io.tapdeck.desk.home;

import org.jspecify.annotations.NullMarked;
