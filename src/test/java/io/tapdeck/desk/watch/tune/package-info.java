@NullMarked
package io.tapdeck.desk.watch.tune;

import org.jspecify.annotations.NullMarked;
