package io.tapdeck.desk.wizard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The scale of the capacity range: 0, then half an ACU and its doublings up to 256, evenly spaced. Every value on it is a
 * multiple of half an ACU.
 */
final class CapacityScale {
    static final BigDecimal STEP = new BigDecimal("0.5");

    /** The labels under the scale. */
    static final List<String> TICKS = List.of("0", "0.5", "1", "2", "4", "8", "16", "32", "64", "128", "256");

    private static final int LAST = TICKS.size() - 1;

    private CapacityScale() {}

    /** Where a capacity stands: 0 at the left end, 1 at the right. */
    static double position(BigDecimal capacity) {
        double acu = capacity.doubleValue();
        double place = acu < 0.5 ? acu / 0.5 : 1 + Math.log(acu / 0.5) / Math.log(2);
        return Math.clamp(place / LAST, 0, 1);
    }

    /** The nearest capacity at a position. */
    static BigDecimal capacity(double position) {
        double place = Math.clamp(position, 0, 1) * LAST;
        double acu = place < 1 ? place * 0.5 : 0.5 * Math.pow(2, place - 1);
        BigDecimal steps = BigDecimal.valueOf(acu).divide(STEP, 0, RoundingMode.HALF_UP);
        return plain(steps.multiply(STEP));
    }

    /** The next capacity with a label, up or down; the end if there is none. */
    static BigDecimal tick(BigDecimal capacity, boolean up) {
        List<BigDecimal> ticks = TICKS.stream().map(BigDecimal::new).toList();
        return up
                ? ticks.stream()
                        .filter(tick -> tick.compareTo(capacity) > 0)
                        .findFirst()
                        .orElse(ticks.getLast())
                : ticks.reversed().stream()
                        .filter(tick -> tick.compareTo(capacity) < 0)
                        .findFirst()
                        .orElse(ticks.getFirst());
    }

    /** Half a step further, up or down, within the scale. */
    static BigDecimal step(BigDecimal capacity, boolean up) {
        BigDecimal moved = up ? capacity.add(STEP) : capacity.subtract(STEP);
        return plain(moved.max(BigDecimal.ZERO).min(new BigDecimal(TICKS.getLast())));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
