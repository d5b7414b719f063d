package io.tapdeck.sandbox.cloudformation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The views that the recordings take of a stack's events. */
final class Events {

    private static final List<String> KEPT =
            List.of("PhysicalResourceId", "LogicalResourceId", "ResourceType", "ResourceStatus", "Timestamp");
    private static final String CLEANUP = "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS";

    private Events() {}

    /** The events by logical id, as {@code #perResourceEvents} has them. */
    static ObjectNode perResource(JsonNode newestFirst, JsonNode view) {
        boolean oldestFirst = view.path("order").asText("newest-first").equals("oldest-first");
        boolean deduplicated = view.path("deduplicated").asBoolean(false);
        List<JsonNode> events = list(newestFirst);
        ObjectNode groups = JsonNodeFactory.instance.objectNode();
        for (JsonNode event : oldestFirst ? events.reversed() : events) {
            String id = event.path("LogicalResourceId").asText();
            String status = event.path("ResourceStatus").asText();
            ArrayNode group = groups.withArrayProperty(id);
            if (!deduplicated) {
                group.add(event);
                continue;
            }
            String last = group.isEmpty()
                    ? ""
                    : group.get(group.size() - 1).path("ResourceStatus").asText();
            if (!status.equals(CLEANUP) && !status.equals(last)) {
                // Of equal ones the newest counts, which in this order may come last.
                group.add(reduced(event));
            } else if (status.equals(last) && oldestFirst) {
                group.set(group.size() - 1, reduced(event));
            }
        }
        return groups;
    }

    private static JsonNode reduced(JsonNode event) {
        ObjectNode reduced = JsonNodeFactory.instance.objectNode();
        KEPT.forEach(name -> reduced.set(name, event.path(name)));
        return reduced;
    }

    /** Pairs of logical id and status, oldest first, each change of status once. */
    static ArrayNode stateChanges(JsonNode newestFirst) {
        Map<String, String> last = new HashMap<>();
        List<ArrayNode> pairs = new ArrayList<>();
        for (JsonNode event : newestFirst) {
            String id = event.path("LogicalResourceId").asText();
            String status = event.path("ResourceStatus").asText();
            if (!status.equals(CLEANUP) && !status.equals(last.put(id, status))) {
                pairs.add(JsonNodeFactory.instance.arrayNode().add(id).add(status));
            }
        }
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        pairs.reversed().forEach(result::add);
        return result;
    }

    /** The completions of a template's resources, oldest first. */
    static ArrayNode completions(JsonNode newestFirst) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        for (JsonNode event : list(newestFirst).reversed()) {
            if (event.path("ResourceStatus").asText().endsWith("_COMPLETE")
                    && !event.path("ResourceType").asText().equals("AWS::CloudFormation::Stack")) {
                result.add(event);
            }
        }
        return result;
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
