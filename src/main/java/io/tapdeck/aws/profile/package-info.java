/** The profiles of the standard AWS files, and what each leads to. */
@NullMarked
package io.tapdeck.aws.profile;

import org.jspecify.annotations.NullMarked;
