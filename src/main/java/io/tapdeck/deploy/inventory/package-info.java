/** What stands in an account beside whole environments: leftovers, seeds, snapshots. */
@NullMarked
package io.tapdeck.deploy.inventory;

import org.jspecify.annotations.NullMarked;
