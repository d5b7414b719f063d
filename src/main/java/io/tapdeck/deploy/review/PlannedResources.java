package io.tapdeck.deploy.review;

import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.PlannedResource;
import io.tapdeck.deploy.changeset.ReadChange;
import io.tapdeck.deploy.follow.Durations;
import io.tapdeck.deploy.template.DisplayNames;
import io.tapdeck.deploy.template.Policies;
import io.tapdeck.deploy.template.TemplateGraph;
import io.tapdeck.deploy.template.TemplateGraph.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Lists what an operation moves, in the order in which CloudFormation gets to it. */
public final class PlannedResources {
    private final Durations durations;

    public PlannedResources(Durations durations) {
        this.durations = durations;
    }

    /** Every resource of a template, as a creation or a whole update moves it. */
    List<PlannedResource> all(TemplateGraph graph, DisplayNames names, Operation operation) {
        return graph.inOrder().stream()
                .map(resource -> planned(resource.logicalId(), resource.type(), resource.dependsOn(), names, operation))
                .toList();
    }

    /** What a change set moves; what it removes comes last, as CloudFormation cleans up after the rest. */
    public List<PlannedResource> changed(TemplateGraph graph, DisplayNames names, Map<String, ReadChange> changes) {
        List<PlannedResource> planned = new ArrayList<>();
        for (Resource resource : graph.inOrder()) {
            ReadChange change = changes.get(resource.logicalId());
            if (change != null) {
                List<String> needed = resource.dependsOn().stream()
                        .filter(changes::containsKey)
                        .toList();
                planned.add(planned(resource.logicalId(), resource.type(), needed, names, change.operation()));
            }
        }
        changes.forEach((id, change) -> {
            if (!graph.logicalIds().contains(id)) {
                planned.add(planned(id, change.change().resourceType(), List.of(), names, change.operation()));
            }
        });
        return planned;
    }

    /**
     * What a rollback brings back: what has moved, in the template's order; what the template does not have goes last.
     *
     * @param moved types by logical id
     */
    public List<PlannedResource> broughtBack(TemplateGraph graph, DisplayNames names, Map<String, String> moved) {
        List<PlannedResource> planned = new ArrayList<>();
        for (Resource resource : graph.inOrder()) {
            if (moved.containsKey(resource.logicalId())) {
                List<String> needed =
                        resource.dependsOn().stream().filter(moved::containsKey).toList();
                planned.add(planned(resource.logicalId(), resource.type(), needed, names, Operation.UPDATE));
            }
        }
        moved.forEach((id, type) -> {
            if (!graph.logicalIds().contains(id)) {
                planned.add(planned(id, type, List.of(), names, Operation.DELETE));
            }
        });
        return planned;
    }

    /** What a deletion removes, the reverse of a creation. */
    public List<PlannedResource> deleted(TemplateGraph graph, DisplayNames names) {
        Predicate<Resource> goes = resource -> !Policies.keptOnDelete(resource);
        List<Resource> going = graph.inOrder().stream().filter(goes).toList();
        List<String> ids = going.stream().map(Resource::logicalId).toList();
        return going.reversed().stream()
                .map(resource -> planned(
                        resource.logicalId(),
                        resource.type(),
                        graph.dependants(resource.logicalId()).stream()
                                .filter(ids::contains)
                                .toList(),
                        names,
                        Operation.DELETE))
                .toList();
    }

    /** Resources that wait for whole stacks: what waits for nothing in its own stack waits for the ends of the others. */
    public static List<PlannedResource> after(List<PlannedResource> earlier, List<PlannedResource> resources) {
        List<String> ends = earlier.stream()
                .map(PlannedResource::id)
                .filter(id ->
                        earlier.stream().noneMatch(other -> other.dependsOn().contains(id)))
                .toList();
        return resources.stream()
                .map(resource -> resource.dependsOn().isEmpty() ? resource.after(ends) : resource)
                .toList();
    }

    private PlannedResource planned(
            String id, String type, List<String> dependsOn, DisplayNames names, Operation operation) {
        Duration usual = durations.usual(type, operation);
        Part part = names.part();
        return new PlannedResource(
                id,
                names.of(id),
                type,
                dependsOn.stream().map(other -> Part.id(part, other)).toList(),
                usual,
                Durations.latest(usual),
                part);
    }
}
