@NullMarked
package io.tapdeck.desk.signin;

import org.jspecify.annotations.NullMarked;
