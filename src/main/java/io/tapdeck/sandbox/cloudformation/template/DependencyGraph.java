package io.tapdeck.sandbox.cloudformation.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each active resource waits for: its references and its {@code DependsOn}. */
public final class DependencyGraph {

    private final Map<String, Set<String>> dependencies = new LinkedHashMap<>();

    private DependencyGraph() {}

    /** The graph of a template's active resources; refused when it has a circle. */
    public static DependencyGraph of(BoundTemplate template) {
        DependencyGraph graph = new DependencyGraph();
        Map<String, ResourceDefinition> active = template.resources();
        active.values().forEach(resource -> {
            Set<String> needs = new LinkedHashSet<>();
            Reference.in(resource.properties(), template::condition).forEach(one -> needs.add(one.name()));
            needs.addAll(resource.dependsOn());
            needs.retainAll(active.keySet());
            graph.dependencies.put(resource.logicalId(), needs);
        });
        graph.refuseCircles();
        return graph;
    }

    /** What a resource waits for; empty for an unknown one. */
    public Set<String> dependenciesOf(String logicalId) {
        return dependencies.getOrDefault(logicalId, Set.of());
    }

    /** Every resource after all that it waits for; else in the order of the template. */
    public List<String> inOrder() {
        Set<String> ordered = new LinkedHashSet<>();
        dependencies.keySet().forEach(name -> visit(name, ordered));
        return new ArrayList<>(ordered);
    }

    private void visit(String name, Set<String> ordered) {
        if (!ordered.contains(name)) {
            dependenciesOf(name).forEach(needed -> visit(needed, ordered));
            ordered.add(name);
        }
    }

    private void refuseCircles() {
        Set<String> open = new LinkedHashSet<>(dependencies.keySet());
        boolean shrinking = true;
        while (shrinking) {
            shrinking = open.removeIf(name -> dependenciesOf(name).stream().noneMatch(open::contains));
        }
        if (!open.isEmpty()) {
            throw Refusals.validation("Circular dependency between resources: " + open);
        }
    }
}
