/** Two environments side by side: where their definitions differ, and the same metric of both on one chart. */
@NullMarked
package io.tapdeck.desk.compare;

import org.jspecify.annotations.NullMarked;
