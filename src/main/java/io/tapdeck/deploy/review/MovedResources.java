package io.tapdeck.deploy.review;

import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.PlannedResource;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.stack.RequestTokens;
import io.tapdeck.deploy.template.DisplayNames;
import io.tapdeck.deploy.template.TemplateGraph;
import io.tapdeck.environment.EnvironmentKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operation moves that somebody else, or this computer in an earlier life, has started. */
public final class MovedResources {
    private final PlannedResources planned;

    public MovedResources(PlannedResources planned) {
        this.planned = planned;
    }

    /**
     * What it moves: what its change set says, else everything in the template.
     *
     * @param token of the operation, as its events have it; null if they have none
     * @return nothing if the stack is gone
     */
    public List<PlannedResource> of(
            StackRegion region,
            EnvironmentKey environment,
            @Nullable Part part,
            Operation operation,
            String stackId,
            @Nullable String token) {
        Optional<TemplateGraph> template = region.stacks()
                .find(stackId)
                .filter(stack -> !stack.stackStatusAsString().equals("DELETE_COMPLETE"))
                .map(stack -> region.stacks().template(stack.stackId()));
        return template.map(graph -> of(region, environment, part, operation, stackId, token, graph))
                .orElse(List.of());
    }

    /** {@link #of} where the stack's template is known already. */
    public List<PlannedResource> of(
            StackRegion region,
            EnvironmentKey environment,
            @Nullable Part part,
            Operation operation,
            String stackId,
            @Nullable String token,
            TemplateGraph graph) {
        String suffix = environment.suffix().value();
        DisplayNames names = new DisplayNames(graph.logicalIds(), suffix, part);
        if (operation == Operation.DELETE) {
            return planned.deleted(graph, names);
        }
        return RequestTokens.executed(token)
                .flatMap(changeSet ->
                        region.reader().find(changeSet, stackId, ids -> DisplayNames.of(graph, ids, suffix, part)))
                .map(read -> planned.changed(
                        graph, DisplayNames.of(graph, read.changes().keySet(), suffix, part), read.changes()))
                .orElseGet(() -> planned.all(graph, names, operation));
    }
}
