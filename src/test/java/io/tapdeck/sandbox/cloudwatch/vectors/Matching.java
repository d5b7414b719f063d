package io.tapdeck.sandbox.cloudwatch.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapdeck.sandbox.vectors.Tally;
import java.util.ArrayList;
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
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z][a-z_:0-9-]*>");
    private static final Set<String> TIMES = Set.of("timestamp", "datetime", "date");

    private final Map<String, String> bound = new HashMap<>(Map.of("<region>", "us-east-1", "<partition>", "aws"));

    /** What of a record agrees, and the first difference with its path. */
    Tally compare(String path, JsonNode expected, JsonNode actual) {
        if (expected.isTextual() && TIMES.contains(expected.asText())) {
            return actual.isMissingNode() ? Tally.differs(expected, path + " is missing") : Tally.agrees();
        }
        if (expected.isObject()) {
            return members(path, expected, parsed(actual));
        }
        if (expected.isArray()) {
            return path.endsWith("Datapoints") ? anyOrder(path, expected, actual) : inOrder(path, expected, actual);
        }
        if (expected.isTextual() && actual.isTextual()) {
            return text(path, expected.asText(), actual.asText())
                    .map(difference -> Tally.differs(expected, difference))
                    .orElseGet(Tally::agrees);
        }
        boolean same = (expected.isNumber() && actual.isNumber())
                ? expected.asDouble() == actual.asDouble()
                : expected.equals(actual);
        return same ? Tally.agrees() : Tally.differs(expected, told(path, expected, actual));
    }

    private Tally members(String path, JsonNode expected, JsonNode actual) {
        Set<String> names = new TreeSet<>();
        expected.fieldNames().forEachRemaining(names::add);
        actual.fieldNames().forEachRemaining(names::add);
        Tally tally = names.isEmpty() ? Tally.agrees() : Tally.NOTHING;
        for (String name : names) {
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

    private Tally inOrder(String path, JsonNode expected, JsonNode actual) {
        boolean sameSize = actual.isArray() && expected.size() == actual.size();
        if (sameSize && expected.isEmpty()) {
            return Tally.agrees();
        }
        Tally tally = sameSize ? Tally.NOTHING : Tally.beyond(told(path, expected, actual));
        for (int index = 0; index < expected.size(); index++) {
            tally = tally.and(member(path + "[" + index + "]", expected.get(index), actual.path(index)));
        }
        return tally;
    }

    private Tally anyOrder(String path, JsonNode expected, JsonNode actual) {
        List<JsonNode> left = new ArrayList<>();
        actual.forEach(left::add);
        Tally tally = expected.isEmpty() && left.isEmpty() ? Tally.agrees() : Tally.NOTHING;
        for (JsonNode one : expected) {
            Optional<JsonNode> same = left.stream()
                    .filter(candidate -> compare(path, one, candidate).first().isEmpty())
                    .findFirst();
            same.ifPresent(left::remove);
            tally = tally.and(same.map(found -> compare(path, one, found))
                    .orElseGet(() -> Tally.differs(one, told(path, expected, actual))));
        }
        return left.isEmpty() ? tally : tally.and(Tally.beyond(told(path, expected, actual)));
    }

    private Optional<String> text(String path, String expected, String actual) {
        StringBuilder pattern = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(expected);
        int end = 0;
        while (matcher.find()) {
            pattern.append(Pattern.quote(expected.substring(end, matcher.start())));
            String value = bound.get(matcher.group());
            if (value == null) {
                names.add(matcher.group());
                pattern.append("(.+?)");
            } else {
                pattern.append(Pattern.quote(value));
            }
            end = matcher.end();
        }
        pattern.append(Pattern.quote(expected.substring(end)));
        Matcher found = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(actual);
        if (!found.matches()) {
            return Optional.of(path + ": AWS \"" + expected + "\", here \"" + actual + "\"");
        }
        for (int group = 0; group < names.size(); group++) {
            bound.put(names.get(group), found.group(group + 1));
        }
        return Optional.empty();
    }

    static JsonNode parsed(JsonNode node) {
        try {
            return node.isTextual() ? JSON.readTree(node.asText()) : node;
        } catch (JsonProcessingException e) {
            return node;
        }
    }

    private static String told(String path, JsonNode expected, JsonNode actual) {
        return path + ": AWS " + expected + ", here " + actual;
    }
}
