package io.tapdeck.environment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * The rules for tags that every resource of a stack gets (Tagging AWS resources user guide, "Tag naming limits and
 * requirements"; IAM user guide, "Tags for IAM resources", where keys that differ in case only are one).
 */
final class TagRules {
    static final int KEY_LENGTH = 128;
    static final int VALUE_LENGTH = 256;

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}\\p{Zs}_.:/=+@-]*");
    private static final List<String> RESERVED = List.of("aws:", "tapdeck:");

    private TagRules() {}

    /** Everything that is wrong with the tags; fields are called {@code tags.<key>}. */
    static List<Problem> problems(SortedMap<String, String> tags) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> folded = new HashMap<>();
        tags.forEach((key, value) -> {
            key(key, problems);
            value(key, value, problems);
            String other = folded.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
            if (other != null) {
                problems.add(new Problem(
                        field(key),
                        "“%s” and “%s” differ in case only, and IAM takes them for one. Keep one."
                                .formatted(other, key)));
            }
        });
        if (tags.size() > TargetSettings.MOST_TAGS) {
            problems.add(new Problem(
                    "tags",
                    "There are %d tags; AWS takes %d a resource and Tapdeck needs %d of them. Keep %d."
                            .formatted(
                                    tags.size(),
                                    TargetSettings.TAG_LIMIT,
                                    TargetSettings.TAG_LIMIT - TargetSettings.MOST_TAGS,
                                    TargetSettings.MOST_TAGS)));
        }
        return problems;
    }

    private static void key(String key, List<Problem> problems) {
        String start = RESERVED.stream()
                .filter(key.toLowerCase(Locale.ROOT)::startsWith)
                .findFirst()
                .orElse(null);
        if (start != null) {
            problems.add(new Problem(
                    field(key),
                    "Keys that begin with %s are reserved for %s. Choose another key."
                            .formatted(start, start.equals("aws:") ? "AWS" : "Tapdeck")));
        }
        if (key.isEmpty() || key.length() > KEY_LENGTH) {
            problems.add(new Problem(
                    field(key), "A key has 1 to %d characters; this has %d.".formatted(KEY_LENGTH, key.length())));
        }
        characters(key, key, "key", problems);
    }

    private static void value(String key, String value, List<Problem> problems) {
        if (value.length() > VALUE_LENGTH) {
            problems.add(new Problem(
                    field(key),
                    "A value has at most %d characters; this has %d.".formatted(VALUE_LENGTH, value.length())));
        }
        characters(key, value, "value", problems);
    }

    private static void characters(String key, String text, String what, List<Problem> problems) {
        text.codePoints()
                .mapToObj(Character::toString)
                .filter(one -> !ALLOWED.matcher(one).matches())
                .findFirst()
                .ifPresent(wrong -> problems.add(new Problem(
                        field(key),
                        "“%s” is not allowed in a %s. Use letters, digits, spaces and _ . : / = + - @."
                                .formatted(wrong, what))));
    }

    private static String field(String key) {
        return "tags." + key;
    }
}
