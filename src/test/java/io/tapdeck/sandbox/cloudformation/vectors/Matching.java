package io.tapdeck.sandbox.cloudformation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.vectors.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds answers against records; a placeholder takes the first value it meets and keeps it. */
final class Matching {

    private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z][a-z0-9:-]*>");
    /** Names that a recording run made up and nobody hid. */
    private static final Pattern MADE_UP =
            Pattern.compile("CFN-[A-Za-z0-9]+-[A-Za-z0-9]{12}|stack-[0-9a-f]{8}|test_[0-9a-f]{8}|-bucket-[a-z0-9]{13}");

    private static final Set<String> TIMES = Set.of("datetime", "timestamp");
    private static final Set<String> HIDDEN = Set.of("resource-status-reason", "<resource-status-reason>");

    private final Map<String, String> bound = new HashMap<>();

    void bind(String placeholder, String value) {
        bound.put(placeholder, value);
    }

    Optional<String> value(String placeholder) {
        return Optional.ofNullable(bound.get(placeholder));
    }

    /** What of a record agrees, and the first difference with its path. */
    Tally compare(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isTextual()) {
            return compare(path, expected, Paths.parsed(actual));
        }
        if (expected.isObject() && actual.isObject()) {
            return members(path, namesFilled(expected), actual);
        }
        if (expected.isArray() && actual.isArray()) {
            return elements(path, expected, actual);
        }
        if (expected.isTextual() && actual.isTextual()) {
            return text(path, expected.asText(), actual.asText())
                    .map(difference -> Tally.differs(expected, difference))
                    .orElseGet(Tally::agrees);
        }
        return expected.equals(actual) ? Tally.agrees() : Tally.differs(expected, told(path, expected, actual));
    }

    /** Member names may be placeholders too. */
    private JsonNode namesFilled(JsonNode expected) {
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        expected.properties().forEach(member -> filled.set(filled(member.getKey()), member.getValue()));
        return filled;
    }

    private Tally members(String path, JsonNode expected, JsonNode actual) {
        Set<String> names = new TreeSet<>();
        expected.fieldNames().forEachRemaining(names::add);
        actual.fieldNames().forEachRemaining(names::add);
        Tally tally = names.isEmpty() ? Tally.agrees() : Tally.NOTHING;
        for (String name : names) {
            boolean droppedByAws = name.equals("Replacement")
                    && expected.path("Action").asText().equals("Add")
                    && !actual.has(name);
            if (droppedByAws || (name.equals("EventId") && actual.has(name))) {
                continue;
            }
            tally = tally.and(member(path + "." + name, expected.path(name), actual.path(name)));
        }
        return tally;
    }

    private Tally member(String path, JsonNode expected, JsonNode actual) {
        if (expected.isMissingNode()) {
            return Tally.beyond(told(path, expected, actual));
        }
        return actual.isMissingNode()
                ? Tally.differs(expected, told(path, expected, actual))
                : compare(path, expected, actual);
    }

    private Tally elements(String path, JsonNode expected, JsonNode actual) {
        boolean sameSize = expected.size() == actual.size();
        Tally tally = sameSize ? Tally.NOTHING : Tally.beyond(told(path + "#length", expected, actual));
        if (expected.isEmpty() && sameSize) {
            return Tally.agrees();
        }
        List<JsonNode> wanted = ordered(path, expected);
        List<JsonNode> found = ordered(path, actual);
        for (int index = 0; index < wanted.size(); index++) {
            JsonNode element = index < found.size() ? found.get(index) : MissingNode.getInstance();
            tally = tally.and(member(path + "[" + index + "]", wanted.get(index), element));
        }
        return tally;
    }

    /** Lists whose order AWS does not keep are compared as sets. */
    private static List<JsonNode> ordered(String path, JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        if (path.endsWith(".Details")) {
            elements.sort(
                    Comparator.comparing(one -> one.path("Target").path("Name").asText()
                            + one.path("ChangeSource").asText()
                            + one.path("CausingEntity").asText()));
        } else if (path.endsWith(".Parameters")) {
            elements.sort(Comparator.comparing(one -> one.path("ParameterKey").asText()));
        } else if (path.endsWith(".Changes")) {
            elements.sort(Comparator.comparing(
                    one -> one.path("ResourceChange").path("LogicalResourceId").asText()));
        } else if (path.endsWith(".Outputs")) {
            elements.sort(Comparator.comparing(one -> one.path("OutputKey").asText()));
        }
        return elements;
    }

    private Optional<String> text(String path, String expected, String actual) {
        if (TIMES.contains(expected)) {
            return actual.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")
                    ? Optional.empty()
                    : Optional.of(path + ": no time: " + actual);
        }
        if (HIDDEN.contains(expected)) {
            return actual.isEmpty() ? Optional.of(path + ": empty") : Optional.empty();
        }
        Template template = template(expected);
        Matcher matcher = Pattern.compile(template.regex(), Pattern.DOTALL).matcher(actual);
        if (!matcher.matches()) {
            return Optional.of(path + ": expected \"" + filled(expected) + "\" but was \"" + actual + "\"");
        }
        for (int group = 0; group < template.free().size(); group++) {
            bound.putIfAbsent(template.free().get(group), matcher.group(group + 1));
        }
        return Optional.empty();
    }

    private record Template(String regex, List<String> free) {}

    private Template template(String expected) {
        StringBuilder regex = new StringBuilder();
        List<String> free = new ArrayList<>();
        Matcher matcher =
                Pattern.compile(PLACEHOLDER.pattern() + "|" + MADE_UP.pattern()).matcher(expected);
        int from = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(expected.substring(from, matcher.start())));
            String name = matcher.group();
            String known = bound.get(name);
            if (known != null) {
                regex.append(Pattern.quote(known));
            } else if (free.contains(name)) {
                regex.append('\\').append(free.indexOf(name) + 1);
            } else {
                free.add(name);
                regex.append("(.+?)");
            }
            from = matcher.end();
        }
        return new Template(
                regex.append(Pattern.quote(expected.substring(from))).toString(), free);
    }

    /** A text with the placeholders that are known replaced. */
    String filled(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(bound.getOrDefault(match.group(), match.group())));
    }

    private static String told(String path, JsonNode expected, JsonNode actual) {
        return path + ": expected " + brief(expected) + " but was " + brief(actual);
    }

    private static String brief(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
