/** What an alarm would have done at another threshold, over the history that is loaded. */
@NullMarked
package io.tapdeck.monitor.backtest;

import org.jspecify.annotations.NullMarked;
