/** What an administrator can set about the desk itself. */
@NullMarked
package io.tapdeck.desk.settings;

import org.jspecify.annotations.NullMarked;
