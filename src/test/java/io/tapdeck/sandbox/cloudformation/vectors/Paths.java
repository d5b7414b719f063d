package io.tapdeck.sandbox.cloudformation.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths into answers, as the recordings write them: members, selectors in brackets, suffixes after {@code #}. */
final class Paths {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SELECTOR = Pattern.compile("([A-Za-z0-9_]*)((?:\\[[^]]*])*)");

    private Paths() {}

    /** What stands at a path; a missing node when nothing does. */
    static JsonNode at(JsonNode answer, String path) {
        String[] parts = path.split("#", -1);
        JsonNode node = answer;
        if (!parts[0].isEmpty()) {
            for (String step : parts[0].split("\\.(?![^\\[]*])", -1)) {
                node = step(node, step);
            }
        }
        for (int index = 1; index < parts.length; index++) {
            node = suffix(node, parts[index]);
        }
        return node;
    }

    private static JsonNode step(JsonNode from, String step) {
        Matcher matcher = SELECTOR.matcher(step);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("path " + step);
        }
        // A member after a selector is that of the one element found.
        JsonNode node = matcher.group(1).isEmpty() ? from : single(from).path(matcher.group(1));
        Matcher selectors = Pattern.compile("\\[([^]]*)]").matcher(matcher.group(2));
        while (selectors.find()) {
            node = select(node, selectors.group(1));
        }
        return node;
    }

    private static JsonNode select(JsonNode list, String selector) {
        if (selector.equals("*")) {
            return list;
        }
        if (selector.matches("\\d+")) {
            return list.path(Integer.parseInt(selector));
        }
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        list.forEach(one -> {
            if (matches(one, selector)) {
                found.add(one);
            }
        });
        return found;
    }

    private static boolean matches(JsonNode one, String selector) {
        for (String condition : selector.split(",", -1)) {
            Matcher matcher = Pattern.compile("([A-Za-z]+)([~^$]?)=(.*)").matcher(condition);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("selector " + selector);
            }
            String value = one.path(matcher.group(1)).asText();
            String wanted = matcher.group(3);
            boolean holds = switch (matcher.group(2)) {
                case "~" -> value.contains(wanted);
                case "^" -> value.startsWith(wanted);
                case "$" -> value.endsWith(wanted);
                default -> value.equals(wanted);
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode suffix(JsonNode node, String suffix) {
        if (suffix.equals("length")) {
            return IntNode.valueOf(node.size());
        }
        if (suffix.equals("json")) {
            return parsed(node);
        }
        if (suffix.equals("asMap")) {
            ObjectNode map = JsonNodeFactory.instance.objectNode();
            node.forEach(output -> map.set(output.path("OutputKey").asText(), output.path("OutputValue")));
            return map;
        }
        Matcher split = Pattern.compile("split\\(\\\\?\"(.*?)\\\\?\"\\)").matcher(suffix);
        if (split.matches()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (String part : node.asText().split(Pattern.quote(split.group(1)), -1)) {
                list.add(part);
            }
            return list;
        }
        throw new IllegalArgumentException("suffix " + suffix);
    }

    /** Text that holds JSON, parsed; anything else as it is. */
    static JsonNode parsed(JsonNode text) {
        try {
            return JSON.readTree(text.asText());
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** An element where a selector found exactly one. */
    static JsonNode single(JsonNode node) {
        return node.isArray() && node.size() == 1 ? node.get(0) : node;
    }
}
