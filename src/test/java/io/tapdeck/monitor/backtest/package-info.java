/** CloudWatch's rules, counted over history. */
@NullMarked
package io.tapdeck.monitor.backtest;

import org.jspecify.annotations.NullMarked;
