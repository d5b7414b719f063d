/** Amazon SNS as far as telling who has subscribed. */
@NullMarked
package io.tapdeck.sandbox.sns;

import org.jspecify.annotations.NullMarked;
