/** How many of the answers that AWS gave the sandbox gives, too: what the tests of all services count alike. */
@NullMarked
package io.tapdeck.sandbox.vectors;

import org.jspecify.annotations.NullMarked;
