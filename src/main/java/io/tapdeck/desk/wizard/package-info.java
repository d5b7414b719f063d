/** The wizard: from an empty draft to a reviewed change set, with a live preview of the template beside it. */
@NullMarked
package io.tapdeck.desk.wizard;

import org.jspecify.annotations.NullMarked;
