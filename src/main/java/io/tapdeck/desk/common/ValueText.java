package io.tapdeck.desk.common;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Measured values in words. */
public final class ValueText {
    private ValueText() {}

    /** At most one decimal, none where it is zero: "7.3", "40", "0". */
    public static String of(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** With its unit, if it has one: "80 %". */
    public static String of(double value, String unit) {
        return unit.isEmpty() ? of(value) : of(value) + " " + unit;
    }
}
