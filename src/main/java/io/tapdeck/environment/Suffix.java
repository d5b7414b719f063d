package io.tapdeck.environment;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an environment: {@code [a-z][a-z0-9-]*}, no {@code --}, no {@code -} at the end. How long it may be is the
 * blueprint's to say.
 *
 * @param value the text
 */
public record Suffix(String value) {
    /** No AWS name with a suffix in it may be longer (a stack name, 128); blueprints allow far less. */
    public static final int LONGEST = 64;

    /** What an environment is called that holds something people depend on. */
    private static final Set<String> PRODUCTION = Set.of("prod", "prd", "live");

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public Suffix {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a suffix: " + value);
        }
    }

    /** Whether the suffix, or a part of it between hyphens, starts with {@code prod}, {@code prd} or {@code live}. */
    public boolean prodLike() {
        return List.of(value.split("-", -1)).stream()
                .anyMatch(part -> PRODUCTION.stream().anyMatch(part::startsWith));
    }

    /** What is wrong with {@code text} as a suffix of at most {@code limit} characters, or null. */
    public static @Nullable Problem problem(String text, int limit) {
        if (text.isEmpty()) {
            return new Problem(FIELD, "Give a suffix, such as dev or qa7.");
        }
        String complaint = complaint(text, limit);
        if (complaint == null) {
            return null;
        }
        String mended = mend(text, limit);
        return new Problem(FIELD, complaint, mended.isEmpty() ? null : new Problem.Fix("Use " + mended, FIELD, mended));
    }

    /** The field's name in problems. */
    public static final String FIELD = "suffix";

    private static @Nullable String complaint(String text, int limit) {
        String rule = "Use lower-case letters, digits and hyphens, at most %d.".formatted(limit);
        int wrong = firstForeign(text);
        if (wrong >= 0) {
            int codePoint = text.codePointAt(wrong);
            String shown = Character.isWhitespace(codePoint) ? "A space" : "“" + Character.toString(codePoint) + "”";
            return shown + " is not allowed. " + rule;
        }
        if (!Character.isLetter(text.charAt(0))) {
            return "“%c” cannot come first. Begin with a letter.".formatted(text.charAt(0));
        }
        if (text.contains("--")) {
            return "Two hyphens in a row are not allowed.";
        }
        if (text.endsWith("-")) {
            return "A hyphen cannot come last.";
        }
        if (text.length() > limit) {
            return "%d characters, at most %d fit into every name in AWS.".formatted(text.length(), limit);
        }
        return null;
    }

    private static int firstForeign(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
                return i;
            }
        }
        return -1;
    }

    /** The nearest valid suffix, or an empty text if nothing is left of it. */
    private static String mend(String text, int limit) {
        String mended = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[0-9-]+", "")
                .replaceAll("-+$", "");
        String cut = mended.length() > limit ? mended.substring(0, limit) : mended;
        return cut.replaceAll("-+$", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
