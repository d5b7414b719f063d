package io.tapdeck.sandbox.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A template that has the form of a template. Maps keep the order of the text.
 *
 * @param text the body as it was sent
 * @param body the body, parsed; read only
 * @param parameters by name
 * @param conditions expressions by name
 * @param resources by logical id
 * @param outputs by key, each an object with {@code Value}
 */
public record Template(
        String text,
        ObjectNode body,
        Map<String, ParameterDefinition> parameters,
        Map<String, JsonNode> conditions,
        Map<String, ResourceDefinition> resources,
        Map<String, ObjectNode> outputs) {

    /** The {@code Description} of the template, empty when it has none. */
    public String description() {
        return body.path("Description").asText("");
    }

    /** The section {@code Mappings}; a missing node when there is none. */
    public JsonNode mappings() {
        return body.path("Mappings");
    }

    /** The section {@code Rules}; a missing node when there is none. */
    public JsonNode rules() {
        return body.path("Rules");
    }

    /** The section {@code Metadata}; a missing node when there is none. */
    public JsonNode metadata() {
        return body.path("Metadata");
    }
}
