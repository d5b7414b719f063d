/** The journal's page, on fakes. */
@NullMarked
package io.tapdeck.desk.journal;

import org.jspecify.annotations.NullMarked;
