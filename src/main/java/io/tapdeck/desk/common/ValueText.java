package io.tapdeck.desk.common;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Measured values in words. */
public final class ValueText {
    private ValueText() {}

    /** At most one decimal, below one two, none where they are zero: "7.3", "40", "0.05", "0". */
    public static String of(double value) {
        int decimals = Math.abs(value) < 1 ? 2 : 1;
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** With its unit, if it has one: "80 %". */
    public static String of(double value, String unit) {
        return unit.isEmpty() ? of(value) : of(value) + " " + unit;
    }
}
