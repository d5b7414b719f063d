/** One operation on an environment: executed, destroyed, attached to, resumed. */
@NullMarked
package io.tapdeck.deploy.operation;

import org.jspecify.annotations.NullMarked;
