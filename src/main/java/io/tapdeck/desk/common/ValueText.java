package io.tapdeck.desk.common;

import io.tapdeck.environment.MetricDescription;
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

    /** With its unit, if it has one: "80 %", also of a share of 0.8. */
    public static String of(double value, String unit) {
        String read = unit(unit);
        return read.isEmpty() ? of(value) : of(read(value, unit)) + " " + read;
    }

    /** The number that people read: a share in percent, all else as it is. */
    public static double read(double value, String unit) {
        return unit.equals(MetricDescription.SHARE) ? 100 * value : value;
    }

    /** The unit of {@link #read}. */
    public static String unit(String unit) {
        return unit.equals(MetricDescription.SHARE) ? "%" : unit;
    }
}
