package io.tapdeck.desk.wizard;

import io.tapdeck.environment.Setting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The scale of a range: its least value, then doublings up to its greatest, evenly spaced. Every value on it is a whole
 * number of steps.
 */
final class RangeScale {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final BigDecimal step;
    private final List<BigDecimal> ticks;

    /** The scale on which both ends of a range have room. */
    RangeScale(Setting.Quantity low, Setting.Quantity high) {
        this(
                low.minimum().min(high.minimum()),
                low.maximum().max(high.maximum()),
                low.step().min(high.step()));
    }

    /** From {@code least}, which is not negative, to {@code greatest}. */
    RangeScale(BigDecimal least, BigDecimal greatest, BigDecimal step) {
        this.step = step;
        List<BigDecimal> values = new ArrayList<>(List.of(plain(least)));
        for (BigDecimal tick = least.signum() == 0 ? step : least.multiply(TWO);
                tick.compareTo(greatest) < 0;
                tick = tick.multiply(TWO)) {
            values.add(plain(tick));
        }
        values.add(plain(greatest));
        ticks = List.copyOf(values);
    }

    /** The values that have a label, the least first. */
    List<BigDecimal> ticks() {
        return ticks;
    }

    /** Where a value stands: 0 at the left end, 1 at the right. */
    double position(BigDecimal value) {
        for (int index = 1; index < ticks.size(); index++) {
            if (value.compareTo(ticks.get(index)) <= 0) {
                double from = ticks.get(index - 1).doubleValue();
                double to = ticks.get(index).doubleValue();
                double part = (value.doubleValue() - from) / (to - from);
                return Math.clamp((index - 1 + part) / last(), 0, 1);
            }
        }
        return 1;
    }

    /** The nearest value at a position. */
    BigDecimal value(double position) {
        double place = Math.clamp(position, 0, 1) * last();
        int index = (int) Math.min(place, last() - 1);
        double from = ticks.get(index).doubleValue();
        double to = ticks.get(index + 1).doubleValue();
        BigDecimal exact = BigDecimal.valueOf(from + (place - index) * (to - from));
        BigDecimal steps = exact.subtract(least()).divide(step, 0, RoundingMode.HALF_UP);
        return within(least().add(steps.multiply(step)));
    }

    /** The next value with a label, up or down; the end if there is none. */
    BigDecimal tick(BigDecimal value, boolean up) {
        return up
                ? ticks.stream()
                        .filter(tick -> tick.compareTo(value) > 0)
                        .findFirst()
                        .orElse(greatest())
                : ticks.reversed().stream()
                        .filter(tick -> tick.compareTo(value) < 0)
                        .findFirst()
                        .orElse(least());
    }

    /** A step further, up or down, within the scale. */
    BigDecimal step(BigDecimal value, boolean up) {
        return within(up ? value.add(step) : value.subtract(step));
    }

    BigDecimal least() {
        return ticks.getFirst();
    }

    BigDecimal greatest() {
        return ticks.getLast();
    }

    private int last() {
        return ticks.size() - 1;
    }

    private BigDecimal within(BigDecimal value) {
        return plain(value.max(least()).min(greatest()));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
