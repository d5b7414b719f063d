package io.tapdeck.sandbox.cloudwatch.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths into answers, such as {@code Metrics[Namespace=x]#length} and {@code MetricAlarms[0].AlarmArn}. */
final class Paths {
    private static final Pattern STEP = Pattern.compile("([A-Za-z0-9]+)((?:\\[[^\\]]*\\])*)");
    private static final Pattern SELECTOR = Pattern.compile("\\[([^\\]]*)\\]");

    private Paths() {}

    static JsonNode at(JsonNode answer, String path) {
        String[] parts = path.split("#", -1);
        JsonNode node = answer;
        Matcher step = STEP.matcher(parts[0]);
        while (step.find()) {
            node = node.path(step.group(1));
            Matcher selector = SELECTOR.matcher(step.group(2));
            while (selector.find()) {
                node = select(node, selector.group(1));
            }
        }
        return parts.length > 1 && parts[1].equals("length") ? IntNode.valueOf(node.size()) : node;
    }

    private static JsonNode select(JsonNode list, String selector) {
        if (selector.equals("*")) {
            return list;
        }
        if (selector.matches("\\d+")) {
            return list.path(Integer.parseInt(selector));
        }
        String[] pair = selector.split("=", 2);
        ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
        list.forEach(element -> {
            if (element.path(pair[0]).asText().equals(pair[1])) {
                chosen.add(element);
            }
        });
        return chosen;
    }
}
