/** What a month of an environment costs, from a dated table of prices. */
@NullMarked
package io.tapdeck.environment.cost;

import org.jspecify.annotations.NullMarked;
