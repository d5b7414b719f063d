@NullMarked
package io.tapdeck.desk.message;

import org.jspecify.annotations.NullMarked;
