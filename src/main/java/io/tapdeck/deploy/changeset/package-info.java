/** Change sets: made, read in both of their analyses, and told as consequences. */
@NullMarked
package io.tapdeck.deploy.changeset;

import org.jspecify.annotations.NullMarked;
