package io.tapdeck.sandbox.cloudformation.changes;

import static io.tapdeck.sandbox.cloudformation.template.Resources.KNOWN_AFTER_APPLY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tapdeck.sandbox.cloudformation.template.Reference;
import io.tapdeck.sandbox.cloudformation.template.ResourceDefinition;
import io.tapdeck.sandbox.cloudformation.template.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Property values as a change set shows them: what is deployed is resolved, what is new is known after apply. */
final class ShownValues {

    private final Situation situation;
    private final Set<String> unknown;
    private final List<String> warnings = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * Values.
     *
     * @param unknown the resources that are new or replaced
     */
    ShownValues(Situation situation, Set<String> unknown) {
        this.situation = situation;
        this.unknown = unknown;
    }

    /** What could not be resolved, each as AWS's warning. */
    List<String> warnings() {
        return warnings;
    }

    /** The properties asked for, as they may be shown. */
    ObjectNode after(ResourceDefinition definition) {
        problems.clear();
        JsonNode resolved = situation.after().maskedIntrinsics(values()).resolve(definition.properties());
        warnings.clear();
        problems.forEach(problem -> warnings.add(
                "ChangeSet creation failed for resource [" + definition.logicalId() + "] because: " + problem));
        return (ObjectNode) situation.show().apply(resolved);
    }

    String afterContext(ResourceDefinition definition) {
        return context(after(definition));
    }

    String beforeContext(DeployedResource deployed) {
        return context(deployed.shown());
    }

    /** As deployed, but a value that was read from another resource is not shown. */
    String removedContext(DeployedResource deployed) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        deployed.shown().properties().forEach(member -> {
            JsonNode expression = deployed.definition().properties().path(member.getKey());
            boolean fromResource = Reference.in(expression, branch -> true).stream()
                    .anyMatch(one -> situation.deployed().containsKey(one.name()));
            shown.set(member.getKey(), fromResource ? KNOWN_AFTER_APPLY : member.getValue());
        });
        return context(shown);
    }

    private static String context(ObjectNode properties) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.set("Properties", properties);
        return context.toString();
    }

    private Resources values() {
        return new Resources() {
            @Override
            public JsonNode ref(String logicalId) {
                DeployedResource resource = situation.deployed().get(logicalId);
                return resource == null || unknown.contains(logicalId)
                        ? KNOWN_AFTER_APPLY
                        : TextNode.valueOf(resource.physicalId());
            }

            @Override
            public JsonNode attribute(String logicalId, String attribute) {
                DeployedResource resource = situation.deployed().get(logicalId);
                return resource == null || unknown.contains(logicalId)
                        ? KNOWN_AFTER_APPLY
                        : resource.attribute().apply(attribute);
            }

            @Override
            public JsonNode export(String name) {
                return situation.exports().apply(name).orElseGet(() -> {
                    problems.add("No export named " + name);
                    return KNOWN_AFTER_APPLY;
                });
            }

            @Override
            public void unresolved(String warning) {
                problems.add(warning);
            }
        };
    }
}
