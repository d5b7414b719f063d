/** Sessions: who we are, in which account and region, and the clients that speak to it. */
@NullMarked
package io.tapdeck.aws;

import org.jspecify.annotations.NullMarked;
