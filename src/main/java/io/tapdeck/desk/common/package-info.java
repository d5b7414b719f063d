/** What every page of the desk shares. */
@NullMarked
package io.tapdeck.desk.common;

import org.jspecify.annotations.NullMarked;
