/** The chart of one metric: its geometry as pure functions, and the canvas that draws it. */
@NullMarked
package io.tapdeck.desk.watch.chart;

import org.jspecify.annotations.NullMarked;
