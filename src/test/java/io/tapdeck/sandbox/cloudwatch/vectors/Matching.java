package io.tapdeck.sandbox.cloudwatch.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    /** The first difference, with its path. */
    Optional<String> difference(String path, JsonNode expected, JsonNode actual) {
        if (expected.isTextual() && TIMES.contains(expected.asText())) {
            return actual.isMissingNode() ? Optional.of(path + " is missing") : Optional.empty();
        }
        if (expected.isObject()) {
            return members(path, expected, parsed(actual));
        }
        if (expected.isArray()) {
            return path.endsWith("Datapoints") ? anyOrder(path, expected, actual) : inOrder(path, expected, actual);
        }
        if (expected.isTextual() && actual.isTextual()) {
            return text(path, expected.asText(), actual.asText());
        }
        boolean same = (expected.isNumber() && actual.isNumber())
                ? expected.asDouble() == actual.asDouble()
                : expected.equals(actual);
        return same ? Optional.empty() : told(path, expected, actual);
    }

    private Optional<String> members(String path, JsonNode expected, JsonNode actual) {
        Set<String> names = new TreeSet<>();
        expected.fieldNames().forEachRemaining(names::add);
        actual.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!expected.has(name) || !actual.has(name)) {
                return told(path + "." + name, expected.path(name), actual.path(name));
            }
            Optional<String> difference = difference(path + "." + name, expected.get(name), actual.get(name));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> inOrder(String path, JsonNode expected, JsonNode actual) {
        if (!actual.isArray() || expected.size() != actual.size()) {
            return told(path, expected, actual);
        }
        for (int index = 0; index < expected.size(); index++) {
            Optional<String> difference = difference(path + "[" + index + "]", expected.get(index), actual.get(index));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> anyOrder(String path, JsonNode expected, JsonNode actual) {
        List<JsonNode> left = new ArrayList<>();
        actual.forEach(left::add);
        for (JsonNode one : expected) {
            if (left.stream()
                    .filter(candidate -> difference(path, one, candidate).isEmpty())
                    .findFirst()
                    .map(left::remove)
                    .isEmpty()) {
                return told(path, expected, actual);
            }
        }
        return left.isEmpty() ? Optional.empty() : told(path, expected, actual);
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

    private static Optional<String> told(String path, JsonNode expected, JsonNode actual) {
        return Optional.of(path + ": AWS " + expected + ", here " + actual);
    }
}
