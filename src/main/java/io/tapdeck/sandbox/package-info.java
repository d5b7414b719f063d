/**
 * AWS on the loopback interface: simulated services behind AWS's real protocols, so that the unmodified AWS SDK and the
 * AWS CLI talk to them. This package composes them; what they simulate is in the packages below.
 */
@NullMarked
package io.tapdeck.sandbox;

import org.jspecify.annotations.NullMarked;
