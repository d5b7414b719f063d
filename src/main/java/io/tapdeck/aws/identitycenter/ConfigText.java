package io.tapdeck.aws.identitycenter;

import io.tapdeck.aws.AwsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an AWS config file, of which some are changed and all others stay as they are (AWS SDKs and tools reference
 * guide, "Format of the config file").
 */
final class ConfigText {
    /** A key and where its value stands in the line, without the comment behind it. */
    private record Property(String key, int from, int to) {}

    private final List<String> lines;
    private final String lineEnd;
    private final List<ConfigProposal.Change> changes = new ArrayList<>();

    ConfigText(String text) {
        // Each line keeps its own end.
        lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        lineEnd = !lines.isEmpty() && lines.getFirst().endsWith("\r\n") ? "\r\n" : "\n";
    }

    List<ConfigProposal.Change> changes() {
        return changes;
    }

    String text() {
        return String.join("", lines);
    }

    /** The sections in their order, as in brackets. */
    List<String> sections() {
        return lines.stream().flatMap(line -> Stream.ofNullable(section(line))).toList();
    }

    /**
     * Sets values in a section, which is added at the end if it is absent.
     *
     * @param section as in brackets, such as {@code profile acme}
     */
    void set(String section, Map<String, String> values) {
        boolean absent = at(section, null) < 0;
        if (absent) {
            begin(section);
        }
        values.forEach((key, value) -> set(section, key, value));
    }

    private void begin(String section) {
        if (!lines.isEmpty()) {
            if (!lines.getLast().endsWith("\n")) {
                lines.set(lines.size() - 1, lines.getLast() + lineEnd);
            }
            if (!lines.getLast().isBlank()) {
                lines.add(lineEnd);
            }
        }
        lines.add("[" + section + "]" + lineEnd);
    }

    private void set(String section, String key, String value) {
        int at = at(section, key);
        if (at < 0) {
            insert(section, key + " = " + value);
            changes.add(new ConfigProposal.Change(section, key, null, value));
            return;
        }
        String line = lines.get(at);
        Property property = property(line);
        if (property == null || (at + 1 < lines.size() && isNested(lines.get(at + 1)))) {
            throw new AwsException(
                    "The value of %s in [%s] has several lines.".formatted(key, section),
                    "Change it in an editor.",
                    AwsException.Kind.OTHER);
        }
        String present = line.substring(property.from(), property.to());
        if (!present.equals(value)) {
            changes.add(new ConfigProposal.Change(section, key, present, value));
            lines.set(at, line.substring(0, property.from()) + value + line.substring(property.to()));
        }
    }

    /** After the last property of the section, before the comments and blank lines that lead to the next one. */
    private void insert(String section, String property) {
        int after = -1;
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            String named = section(lines.get(i));
            if (named != null) {
                inside = named.equals(section);
            }
            if (inside && (named != null || isNested(lines.get(i)) || property(lines.get(i)) != null)) {
                after = i;
            }
        }
        if (!lines.get(after).endsWith("\n")) {
            lines.set(after, lines.get(after) + lineEnd);
        }
        lines.add(after + 1, property + lineEnd);
    }

    /** The line of a key, the last one as the SDK takes it, or of the section where the key is null; -1 if it is absent. */
    private int at(String section, @Nullable String key) {
        int at = -1;
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            String named = section(lines.get(i));
            if (named != null) {
                inside = named.equals(section);
                at = inside && key == null ? i : at;
            } else if (inside && key != null) {
                Property property = property(lines.get(i));
                at = property != null && property.key().equalsIgnoreCase(key) ? i : at;
            }
        }
        return at;
    }

    /** The property that a line holds; null for any other line. A comment begins after white space. */
    private static @Nullable Property property(String line) {
        int equals = line.indexOf('=');
        if (equals < 1 || "#;[ \t".indexOf(line.charAt(0)) >= 0) {
            return null;
        }
        int from = equals + 1;
        while (from < line.length() && line.charAt(from) == ' ') {
            from++;
        }
        int end = from;
        while (end < line.length() && !isComment(line, end)) {
            end++;
        }
        int to = Math.max(from, line.substring(0, end).stripTrailing().length());
        return new Property(line.substring(0, equals).strip(), from, to);
    }

    private static boolean isComment(String line, int at) {
        return (line.charAt(at) == '#' || line.charAt(at) == ';') && Character.isWhitespace(line.charAt(at - 1));
    }

    /** Continues the value above. */
    private static boolean isNested(String line) {
        return !line.isBlank() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
    }

    /** The section that a line begins, with one space between its words; null for any other line. */
    private static @Nullable String section(String line) {
        int end = line.indexOf(']');
        return line.startsWith("[") && end > 0
                ? line.substring(1, end).strip().replaceAll("\\s+", " ").replace("\"", "")
                : null;
    }
}
