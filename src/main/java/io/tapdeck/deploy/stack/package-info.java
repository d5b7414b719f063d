/** The stacks of an account as AWS tells them, and how AWS is called: with patience, and with tokens. */
@NullMarked
package io.tapdeck.deploy.stack;

import org.jspecify.annotations.NullMarked;
