/** A plan turned into change sets, and those into a review. */
@NullMarked
package io.tapdeck.deploy.review;

import org.jspecify.annotations.NullMarked;
