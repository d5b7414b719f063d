@NullMarked
package io.tapdeck.sandbox.s3;

import org.jspecify.annotations.NullMarked;
