/** The local database: drafts, known environments, metric history, preferences. A cache and a draft box, never the truth. */
@NullMarked
package io.tapdeck.store;

import org.jspecify.annotations.NullMarked;
