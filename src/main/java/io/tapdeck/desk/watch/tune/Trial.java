package io.tapdeck.desk.watch.tune;

import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.monitor.backtest.BackTest;
import io.tapdeck.monitor.backtest.BackTestResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What the back-test says of a threshold, and of some others beside it.
 *
 * @param tried at the threshold that is tried
 * @param now at the threshold that the alarm has
 * @param others around both of them, the highest first
 */
public record Trial(BackTestResult tried, BackTestResult now, List<Other> others) {
    /** Others are round: this many steps apart. */
    private static final int STEPS_APART = 5;

    public Trial {
        others = List.copyOf(others);
    }

    /** A threshold and what it would have done. */
    public record Other(BigDecimal threshold, BackTestResult result) {}

    static Trial of(BackTest test, AlarmDescription alarm, BigDecimal step, BigDecimal tried, BigDecimal now) {
        TreeMap<BigDecimal, Other> others = new TreeMap<>(Comparator.reverseOrder());
        BigDecimal apart = step.multiply(BigDecimal.valueOf(STEPS_APART));
        BigDecimal below = tried.divide(apart, 0, RoundingMode.CEILING)
                .subtract(BigDecimal.ONE)
                .multiply(apart);
        List<BigDecimal> thresholds = List.of(now, tried, below.add(apart), below, below.subtract(apart));
        for (BigDecimal threshold : thresholds) {
            boolean allowed = threshold.compareTo(alarm.minimum()) >= 0 && threshold.compareTo(alarm.maximum()) <= 0;
            if (allowed || threshold.compareTo(now) == 0) {
                BigDecimal value = threshold.stripTrailingZeros();
                others.computeIfAbsent(value, each -> new Other(each, test.at(each.doubleValue())));
            }
        }
        return new Trial(test.at(tried.doubleValue()), test.at(now.doubleValue()), List.copyOf(others.values()));
    }
}
