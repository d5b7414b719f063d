/** What runs on a stack, how far it is, and why it failed. */
@NullMarked
package io.tapdeck.desk.deployment;

import org.jspecify.annotations.NullMarked;
