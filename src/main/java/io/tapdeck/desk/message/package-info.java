/** Messages of the operating system, as far as this machine shows any. */
@NullMarked
package io.tapdeck.desk.message;

import org.jspecify.annotations.NullMarked;
