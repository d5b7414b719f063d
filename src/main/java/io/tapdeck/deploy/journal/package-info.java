/** What is written down before AWS is asked to change anything, and what is read from it after a crash. */
@NullMarked
package io.tapdeck.deploy.journal;

import org.jspecify.annotations.NullMarked;
