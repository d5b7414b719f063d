package io.tapdeck.desk.wizard;

import io.tapdeck.environment.Setting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** A setting in words; its values say theirs themselves. */
final class SettingWords {
    /** Keeps a figure and its unit on one line. */
    private static final char NO_BREAK = '\u00a0';

    private SettingWords() {}

    /** What it is for and which values it takes; the range is not told twice where the help tells it. */
    static String explained(Setting setting) {
        String range = range(setting);
        boolean told = ends(setting).stream().allMatch(setting.help()::contains);
        return told ? setting.help() : setting.help() + " " + range;
    }

    /** What a text must name to tell the range; nothing where there is none. */
    private static List<String> ends(Setting setting) {
        return switch (setting) {
            case Setting.Quantity quantity ->
                List.of(quantity.minimum().toPlainString(), quantity.maximum().toPlainString());
            case Setting.Network network -> List.of("/" + network.shortestPrefix(), "/" + network.longestPrefix());
            case Setting.Name name -> List.of(Integer.toString(name.maximumLength()));
            case Setting.Choice _, Setting.Toggle _ -> List.of();
        };
    }

    /** Which values it takes, as a sentence; empty where the control shows them all. */
    static String range(Setting setting) {
        return switch (setting) {
            case Setting.Quantity quantity ->
                "%s to %s."
                        .formatted(
                                grouped(quantity.minimum()),
                                quantity.amount(grouped(quantity.maximum())).replace(' ', NO_BREAK));
            case Setting.Network network -> "/%d to /%d.".formatted(network.shortestPrefix(), network.longestPrefix());
            case Setting.Name name -> "At most %d characters.".formatted(name.maximumLength());
            case Setting.Choice _, Setting.Toggle _ -> "";
        };
    }

    /** Its name for a screen reader, with the unit that stands beside its control. */
    static String name(Setting setting) {
        return setting instanceof Setting.Quantity quantity && !quantity.unit().isEmpty()
                ? quantity.label() + " in " + quantity.unit()
                : setting.label();
    }

    /** "43,200": a range's ends are read, not typed. */
    private static String grouped(BigDecimal number) {
        return String.format(
                Locale.ROOT, "%,." + Math.max(0, number.stripTrailingZeros().scale()) + "f", number);
    }
}
