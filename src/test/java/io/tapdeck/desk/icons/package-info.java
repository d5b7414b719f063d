@NullMarked
package io.tapdeck.desk.icons;

import org.jspecify.annotations.NullMarked;
