/** The desktop program: the shell, and one package per feature. */
@NullMarked
package io.tapdeck.desk;

import org.jspecify.annotations.NullMarked;
