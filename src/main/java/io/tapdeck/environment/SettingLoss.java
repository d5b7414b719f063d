package io.tapdeck.environment;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Data that a changed setting deletes although every resource stays, such as by a shortened retention.
 *
 * @param setting the {@link Setting#key} that does it
 * @param words one sentence: what is lost
 */
public record SettingLoss(String setting, String words) {

    /**
     * The loss by a number of days that becomes smaller, if it does.
     *
     * @param words with one {@code %s} for the days that are left, such as "7 days"
     */
    public static Optional<SettingLoss> ifShortened(
            EnvironmentDefinition running, EnvironmentDefinition wanted, String setting, String words) {
        BigDecimal left = wanted.number(setting);
        return left.compareTo(running.number(setting)) < 0
                ? Optional.of(new SettingLoss(setting, words.formatted(days(left))))
                : Optional.empty();
    }

    private static String days(BigDecimal days) {
        return days.compareTo(BigDecimal.ONE) == 0 ? "1 day" : days.toPlainString() + " days";
    }
}
