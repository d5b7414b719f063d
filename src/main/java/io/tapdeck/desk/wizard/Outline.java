package io.tapdeck.desk.wizard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.ResourceGroup;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.StackTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a template holds, as people read it.
 *
 * @param suffix whose template it is
 * @param groups those that have resources, in the blueprint's order
 * @param outputs what the stack will tell
 * @param text the templates, indented
 * @param bytes of the largest template, since AWS limits each by itself
 * @param resources of the fullest template, likewise
 * @param stacks how many templates there are
 */
record Outline(
        String suffix, List<Group> groups, List<Property> outputs, String text, int bytes, int resources, int stacks) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));

    /** Resources that belong together. */
    record Group(String id, String title, List<Resource> resources) {}

    /**
     * One resource.
     *
     * @param key the same in every template of the wizard, whatever the suffix
     * @param name without what CDK adds; not always unique
     * @param type such as {@code AWS::RDS::DBCluster}
     */
    record Resource(String key, String name, String type, List<Property> properties) {
        /** The type without the service: "DBCluster". */
        String kind() {
            return type.substring(type.lastIndexOf(':') + 1);
        }
    }

    /** A value somewhere in a resource, by its path. */
    record Property(String path, String value) {
        /** The last part of the path, which is what one looks for; within a list, with its place there. */
        String leaf() {
            int dot = path.lastIndexOf('.');
            return dot > 0 && path.charAt(dot - 1) == ']'
                    ? path.substring(path.lastIndexOf('.', dot - 1) + 1)
                    : path.substring(dot + 1);
        }
    }

    Outline {
        groups = List.copyOf(groups);
        outputs = List.copyOf(outputs);
    }

    /** Reads an assembly; takes some milliseconds, so not on the JavaFX thread. */
    static Outline of(Blueprint blueprint, CloudAssembly assembly) {
        ResourceName names = new ResourceName(assembly.definition().suffix().value());
        PropertyText texts = new PropertyText(names);
        Map<ResourceGroup, List<Resource>> grouped = new LinkedHashMap<>();
        blueprint.resourceGroups().forEach(group -> grouped.put(group, new ArrayList<>()));
        List<Property> outputs = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (StackTemplate stack : assembly.stacks()) {
            JsonNode template = parse(stack.body());
            bodies.add(indented(template));
            for (Map.Entry<String, JsonNode> entry : template.path("Resources").properties()) {
                String type = entry.getValue().path("Type").asText();
                String name = names.of(entry.getKey());
                // Two resources may be called the same once the hash is gone; their order tells them apart.
                int number = seen.merge(type + " " + name, 1, Integer::sum);
                grouped.computeIfAbsent(blueprint.groupOf(entry.getKey(), type), group -> new ArrayList<>())
                        .add(new Resource(
                                type + " " + name + " " + number,
                                name,
                                type,
                                texts.of(entry.getValue().path("Properties"))));
            }
            template.path("Outputs")
                    .properties()
                    .forEach(output -> outputs.add(new Property(
                            output.getKey(), texts.text(output.getValue().path("Value")))));
        }
        List<Group> groups = new ArrayList<>();
        grouped.forEach((group, resources) -> {
            if (!resources.isEmpty()) {
                groups.add(new Group(group.id(), group.title(), List.copyOf(resources)));
            }
        });
        return new Outline(
                assembly.definition().suffix().value(),
                groups,
                outputs,
                String.join("\n\n", bodies),
                assembly.stacks().stream().mapToInt(StackTemplate::bytes).max().orElse(0),
                assembly.stacks().stream()
                        .mapToInt(StackTemplate::resourceCount)
                        .max()
                        .orElse(0),
                assembly.stacks().size());
    }

    /** The resources of all templates together, as the groups count them. */
    int allResources() {
        return stacks == 1
                ? resources
                : groups.stream().mapToInt(group -> group.resources().size()).sum();
    }

    private static String indented(JsonNode template) {
        try {
            return JSON.writer(PRETTY).writeValueAsString(template);
        } catch (JsonProcessingException e) {
            // It was read from JSON.
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            // The worker has written it as JSON.
            throw new IllegalStateException(e);
        }
    }
}
