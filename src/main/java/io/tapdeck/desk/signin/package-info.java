/** The sessions page: what can be opened, signing in, accounts and roles; and the card that asks again when a session expires. */
@NullMarked
package io.tapdeck.desk.signin;

import org.jspecify.annotations.NullMarked;
