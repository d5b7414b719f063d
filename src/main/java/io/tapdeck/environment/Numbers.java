package io.tapdeck.environment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The rules that every number field shares. */
final class Numbers {
    private Numbers() {}

    /** What is wrong with a number in text form, or null. {@code step} counts from zero. */
    static @Nullable Problem problem(
            String field,
            String label,
            String text,
            BigDecimal minimum,
            BigDecimal maximum,
            BigDecimal step,
            String unit) {
        BigDecimal value = parse(text);
        String suffix = unit.isEmpty() ? "" : " " + unit;
        if (value == null) {
            return new Problem(
                    field,
                    "%s is a number from %s to %s%s.".formatted(label, canonical(minimum), canonical(maximum), suffix));
        }
        if (value.compareTo(minimum) < 0) {
            return new Problem(
                    field,
                    "%s is below %s%s, the least that is allowed here."
                            .formatted(canonical(value), canonical(minimum), suffix),
                    fix(field, minimum, suffix));
        }
        if (value.compareTo(maximum) > 0) {
            return new Problem(
                    field,
                    "%s is above %s%s, the most that is allowed here."
                            .formatted(canonical(value), canonical(maximum), suffix),
                    fix(field, maximum, suffix));
        }
        BigDecimal rest = value.remainder(step);
        if (rest.signum() != 0) {
            BigDecimal nearest = value.subtract(rest).max(minimum);
            return new Problem(
                    field,
                    "%s is not a multiple of %s.".formatted(canonical(value), canonical(step)),
                    fix(field, nearest, suffix));
        }
        return null;
    }

    private static Problem.Fix fix(String field, BigDecimal value, String suffix) {
        return new Problem.Fix("Use " + canonical(value) + suffix, field, canonical(value));
    }

    /** The number in {@code text}, or null. An exponent is refused: nobody types one by intention. */
    static @Nullable BigDecimal parse(String text) {
        String number = text.strip();
        return number.matches("-?\\d{1,12}(\\.\\d{1,6})?") ? new BigDecimal(number) : null;
    }

    /** Without trailing zeros and exponent. */
    static String canonical(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
