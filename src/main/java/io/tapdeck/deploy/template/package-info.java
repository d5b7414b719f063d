/** What a template says: its resources in order, their names, what is kept and what is too large. */
@NullMarked
package io.tapdeck.deploy.template;

import org.jspecify.annotations.NullMarked;
