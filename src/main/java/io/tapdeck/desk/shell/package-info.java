/** The frame around every page: rail, top bar, status bar, overlays. */
@NullMarked
package io.tapdeck.desk.shell;

import org.jspecify.annotations.NullMarked;
