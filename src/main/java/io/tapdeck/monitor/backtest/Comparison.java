package io.tapdeck.monitor.backtest;

/** When a value breaches its threshold (CloudWatch API reference, PutMetricAlarm, {@code ComparisonOperator}). */
public enum Comparison {
    GREATER_THAN_OR_EQUAL_TO_THRESHOLD(true, true),
    GREATER_THAN_THRESHOLD(true, false),
    LESS_THAN_OR_EQUAL_TO_THRESHOLD(false, true),
    LESS_THAN_THRESHOLD(false, false);

    private final boolean above;
    private final boolean equality;

    Comparison(boolean above, boolean equality) {
        this.above = above;
        this.equality = equality;
    }

    /** Whether a value that equals the threshold breaches it. */
    boolean breachesAtEquality() {
        return equality;
    }

    /** The value on a scale where greater is always worse, so that one set of rules serves every comparison. */
    double badness(double value) {
        return above ? value : -value;
    }
}
