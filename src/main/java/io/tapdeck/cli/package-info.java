/** The commands: twins of the desk's actions on the same engines. */
@NullMarked
package io.tapdeck.cli;

import org.jspecify.annotations.NullMarked;
