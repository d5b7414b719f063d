/** The wizard: its models without a toolkit, its pages on the headless screen. */
@NullMarked
package io.tapdeck.desk.wizard;

import org.jspecify.annotations.NullMarked;
