/** The geometry of a chart. */
@NullMarked
package io.tapdeck.desk.watch.chart;

import org.jspecify.annotations.NullMarked;
