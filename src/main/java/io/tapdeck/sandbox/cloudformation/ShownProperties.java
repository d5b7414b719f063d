package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Properties as events and change sets show them: every scalar as text. */
final class ShownProperties {

    static final ObjectNode EMPTY = JsonNodeFactory.instance.objectNode();

    private ShownProperties() {}

    static ObjectNode of(JsonNode properties) {
        return (ObjectNode) text(properties);
    }

    private static JsonNode text(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> copy.set(member.getKey(), text(member.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(text(element)));
            return copy;
        }
        return TextNode.valueOf(node.asText());
    }
}
