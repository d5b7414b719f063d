@NullMarked
package io.tapdeck.desk.tour;

import org.jspecify.annotations.NullMarked;
