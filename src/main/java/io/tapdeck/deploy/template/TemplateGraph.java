package io.tapdeck.deploy.template;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.deploy.DeployException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The resources of a template and which waits for which: through Ref, Fn::GetAtt, Fn::Sub and DependsOn (CloudFormation
 * user guide, "DependsOn attribute").
 */
public final class TemplateGraph {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^!}.][^}.]*)[^}]*}");

    /**
     * A resource of the template.
     *
     * @param dependsOn logical ids of resources of the same template
     * @param deletionPolicy as written, or null
     */
    public record Resource(
            String logicalId,
            String type,
            List<String> dependsOn,
            @Nullable String deletionPolicy) {}

    private final Map<String, Resource> resources = new LinkedHashMap<>();

    private final JsonNode metadata;

    private TemplateGraph(JsonNode template) {
        metadata = template.path("Metadata");
        JsonNode all = template.path("Resources");
        Set<String> ids = new LinkedHashSet<>();
        all.fieldNames().forEachRemaining(ids::add);
        for (String id : ids) {
            JsonNode resource = all.path(id);
            Set<String> references = new LinkedHashSet<>();
            collect(resource.path("Properties"), references);
            JsonNode dependsOn = resource.path("DependsOn");
            if (dependsOn.isTextual()) {
                references.add(dependsOn.asText());
            }
            dependsOn.forEach(each -> references.add(each.asText()));
            references.retainAll(ids);
            references.remove(id);
            JsonNode policy = resource.path("DeletionPolicy");
            resources.put(
                    id,
                    new Resource(
                            id,
                            resource.path("Type").asText(),
                            List.copyOf(references),
                            policy.isTextual() ? policy.asText() : null));
        }
    }

    /**
     * Reads a template.
     *
     * @throws DeployException if it is not JSON
     */
    public static TemplateGraph of(String body) {
        try {
            return new TemplateGraph(JSON.readTree(body));
        } catch (JacksonException e) {
            throw new DeployException(
                    "The template is not JSON: " + e.getOriginalMessage(),
                    "Deploy the environment with Tapdeck, which writes JSON.");
        }
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.isObject() && node.size() == 1) {
            JsonNode ref = node.path("Ref");
            JsonNode attribute = node.path("Fn::GetAtt");
            JsonNode sub = node.path("Fn::Sub");
            if (ref.isTextual()) {
                references.add(ref.asText());
            }
            if (attribute.isArray()) {
                references.add(attribute.path(0).asText());
            } else if (attribute.isTextual()) {
                references.add(attribute.asText().replaceFirst("\\..*", ""));
            }
            String text = sub.isArray() ? sub.path(0).asText() : sub.asText("");
            SUBSTITUTION.matcher(text).results().forEach(found -> references.add(found.group(1)));
        }
        node.forEach(child -> collect(child, references));
    }

    /** What the template says of itself; missing if it says nothing. */
    JsonNode metadata() {
        return metadata;
    }

    /** Every resource after those that it waits for; otherwise as in the template. */
    public List<Resource> inOrder() {
        Set<Resource> ordered = new LinkedHashSet<>();
        Set<String> visited = new LinkedHashSet<>();
        resources.values().forEach(resource -> visit(resource, visited, ordered));
        return new ArrayList<>(ordered);
    }

    private void visit(Resource resource, Set<String> visited, Set<Resource> ordered) {
        if (visited.add(resource.logicalId())) {
            for (String id : resource.dependsOn()) {
                Resource needed = resources.get(id);
                if (needed != null) {
                    visit(needed, visited, ordered);
                }
            }
            ordered.add(resource);
        }
    }

    /** Who waits for a resource. */
    public List<String> dependants(String logicalId) {
        return resources.values().stream()
                .filter(resource -> resource.dependsOn().contains(logicalId))
                .map(Resource::logicalId)
                .toList();
    }

    public Collection<String> logicalIds() {
        return resources.keySet();
    }
}
