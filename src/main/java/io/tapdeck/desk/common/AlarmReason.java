package io.tapdeck.desk.common;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CloudWatch's reason for a change of state, said shortly. The sentences are those of StateReason in DescribeAlarms and
 * DescribeAlarmHistory; what does not read like them is shown verbatim.
 */
public final class AlarmReason {
    private static final Pattern CROSSED = Pattern.compile(
            "Threshold Crossed: (\\d+) (?:out of the last (\\d+) )?datapoints? \\[([^]]*)\\] w(?:as|ere) (not )?"
                    + "(greater than or equal to|less than or equal to|greater than|less than) the threshold"
                    + " \\((-?[0-9.]+(?:E-?[0-9]+)?)\\).*",
            Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?(?:E-?[0-9]+)?) *\\(");

    private AlarmReason() {}

    /** "2 of 2 at or above 80 %: 83.9, 86.2", else the words themselves; {@code unit} may be empty. */
    public static String of(String words, String unit) {
        Matcher crossed = CROSSED.matcher(words);
        if (!crossed.matches() || crossed.group(4) != null) {
            return words;
        }
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(crossed.group(3));
        while (value.find()) {
            values.add(ValueText.of(ValueText.read(Double.parseDouble(value.group(1)), unit)));
        }
        String threshold = ValueText.of(Double.parseDouble(crossed.group(6)), unit);
        String all = crossed.group(2) == null ? crossed.group(1) : crossed.group(2);
        String head = "%s of %s %s %s".formatted(crossed.group(1), all, side(crossed.group(5)), threshold);
        return values.isEmpty() ? head : head + ": " + String.join(", ", values);
    }

    private static String side(String comparison) {
        return switch (comparison) {
            case "greater than or equal to" -> "at or above";
            case "less than or equal to" -> "at or below";
            case "greater than" -> "above";
            default -> "below";
        };
    }
}
