package io.tapdeck.deploy.region;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.StackState;
import io.tapdeck.deploy.stack.Owner;
import io.tapdeck.deploy.stack.Shells;
import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.PhysicalResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** Finds environments by the tags of their stacks. */
public final class Environments {
    private final Stacks stacks;
    private final StackRegions regions;
    private final Session session;
    /** By stack id: resources change only when the stack does. */
    private final Map<String, Resources> known = new ConcurrentHashMap<>();

    private record Resources(String status, Instant changedAt, List<PhysicalResource> made) {}

    public Environments(StackRegions regions, Session session) {
        this.stacks = regions.own().stacks();
        this.regions = regions;
        this.session = session;
    }

    public List<DeployedEnvironment> list() {
        List<Stack> all = stacks.all();
        known.keySet().retainAll(all.stream().map(Stack::stackId).collect(Collectors.toSet()));
        Map<EnvironmentKey, DeployedEnvironment> byKey = new LinkedHashMap<>();
        // A stack of the usual name goes before one that somebody has given the same tags.
        all.stream()
                .flatMap(stack -> environment(stack).stream())
                .forEach(one -> byKey.merge(
                        one.key(),
                        one,
                        (first, second) ->
                                second.stackName().equals(second.key().stackName()) ? second : first));
        return byKey.values().stream()
                .sorted(Comparator.comparing((DeployedEnvironment found) ->
                                found.key().suffix().value())
                        .thenComparing(found -> found.key().blueprint()))
                .toList();
    }

    public Optional<DeployedEnvironment> find(EnvironmentKey environment) {
        return stacks.find(environment.stackName())
                .or(() -> stacks.of(environment))
                .flatMap(this::environment)
                .filter(found -> found.key().equals(environment));
    }

    /** Nothing for a stack that is not ours, or a part of another. */
    private Optional<DeployedEnvironment> environment(Stack stack) {
        return Shells.is(stack)
                ? stacks.shells().read(stack).flatMap(this::begun)
                : Owner.of(Stacks.tags(stack), session)
                        .filter(owner -> !owner.part())
                        .map(Owner::environment)
                        .filter(key -> stack.parentId() == null)
                        .map(key -> environment(key, stack));
    }

    /** An environment whose first deployment has made a part, but not yet its own stack. */
    private Optional<DeployedEnvironment> begun(Shells.Shell shell) {
        Stack own = shell.stack();
        return stacks.shells().begun(shell, part -> regions.of(part).stacks()).map(part -> {
            StackState state = new StackState(part.stackStatusAsString());
            return new DeployedEnvironment(
                    shell.owner().environment(),
                    own.stackName(),
                    own.stackId(),
                    state.busy() ? state : new StackState(own.stackStatusAsString()),
                    own.creationTime(),
                    Map.of(),
                    List.of());
        });
    }

    private DeployedEnvironment environment(EnvironmentKey key, Stack stack) {
        String status = stack.stackStatusAsString();
        Instant changedAt = Stacks.changedAt(stack);
        return new DeployedEnvironment(
                key,
                stack.stackName(),
                stack.stackId(),
                new StackState(status),
                changedAt,
                Stacks.outputs(stack),
                resources(stack.stackId(), status, changedAt),
                tags(stack),
                Boolean.TRUE.equals(stack.enableTerminationProtection()));
    }

    private static SortedMap<String, String> tags(Stack stack) {
        SortedMap<String, String> tags = new TreeMap<>(Stacks.tags(stack));
        tags.keySet().removeIf(key -> key.startsWith("tapdeck:"));
        return tags;
    }

    private List<PhysicalResource> resources(String stackId, String status, Instant changedAt) {
        Resources cached = known.get(stackId);
        if (cached != null
                && cached.status().equals(status)
                && cached.changedAt().equals(changedAt)) {
            return cached.made();
        }
        List<PhysicalResource> made = readResources(stackId);
        if (!new StackState(status).busy()) {
            known.put(stackId, new Resources(status, changedAt, made));
        }
        return made;
    }

    private List<PhysicalResource> readResources(String stackId) {
        List<PhysicalResource> made = new ArrayList<>();
        for (StackResourceSummary resource : stacks.resources(stackId)) {
            String physicalId = resource.physicalResourceId();
            if (physicalId != null && !physicalId.isEmpty()) {
                made.add(new PhysicalResource(resource.logicalResourceId(), resource.resourceType(), physicalId));
            }
        }
        return made;
    }
}
