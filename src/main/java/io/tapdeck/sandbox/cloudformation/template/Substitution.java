package io.tapdeck.sandbox.cloudformation.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of {@code Fn::Sub}: <code>${Name}</code>, <code>${Resource.Attribute}</code> and the literal <code>${!Name}</code>. */
final class Substitution {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private Substitution() {}

    /** The variables of a text, literals left out. */
    static List<String> variables(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).isEmpty()) {
                names.add(matcher.group(2).strip());
            }
        }
        return names;
    }

    /** The text with every variable replaced. */
    static String apply(String text, Function<String, String> value) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1).isEmpty() ? value.apply(match.group(2).strip()) : "${" + match.group(2) + "}"));
    }
}
