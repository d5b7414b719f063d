package io.tapdeck.environment.comparison;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that two environments are asked for.
 *
 * @param key stable; where it can be set, the word behind {@code --set}, such as {@code alarm.cpu.threshold}
 * @param label what it is, such as "CPU, threshold"
 * @param left its canonical value in the first; null where it has none
 * @param right the same of the second
 * @param leftWords the value as it is told, such as "5 days"; never empty
 * @param rightWords the same of the second
 */
public record ComparedValue(
        String key,
        String label,
        @Nullable String left,
        @Nullable String right,
        String leftWords,
        String rightWords) {

    /** Of words that say the same as the values. */
    public static ComparedValue of(String key, String label, @Nullable String left, @Nullable String right) {
        return new ComparedValue(key, label, left, right, shown(left), shown(right));
    }

    /** Whether the two have different values; words may differ where values do not. */
    public boolean differs() {
        return !Objects.equals(left, right);
    }

    static String shown(@Nullable String words) {
        return words == null || words.isEmpty() ? "none" : words;
    }
}
