package io.tapdeck.deploy.recovery;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Situation.BlockedResource;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackAction;
import io.tapdeck.deploy.StackState;
import io.tapdeck.deploy.StatefulTypes;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.operation.Destruction;
import io.tapdeck.deploy.operation.Undertakings;
import io.tapdeck.deploy.region.EnvironmentStacks;
import io.tapdeck.deploy.region.EnvironmentStacks.Member;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.review.PlannedResources;
import io.tapdeck.deploy.template.Policies;
import io.tapdeck.deploy.template.TemplateGraph;
import io.tapdeck.environment.EnvironmentKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Does what an administrator chose about a stack, if the stack's state, as it is now, allows it. */
public final class Recoveries {
    private final StackRegions regions;
    private final EnvironmentStacks stacks;
    private final PlannedResources planned;
    private final Situations situations;
    private final Undertakings undertakings;

    public Recoveries(
            StackRegions regions,
            EnvironmentStacks stacks,
            PlannedResources planned,
            Situations situations,
            Undertakings undertakings) {
        this.regions = regions;
        this.stacks = stacks;
        this.planned = planned;
        this.situations = situations;
        this.undertakings = undertakings;
    }

    public Outcome run(EnvironmentKey environment, Recovery recovery, DeploymentListener listener) {
        undertakings.mayChange();
        StackSituation now = situations.of(environment, recovery.part());
        String stackId = now.stackId();
        if (stackId == null || !now.state().allows(recovery.action())) {
            throw refused(now, recovery.action());
        }
        if (!now.actions().contains(recovery.action())) {
            throw now.terminationProtection() ? isProtected(now) : refused(now, recovery.action());
        }
        return switch (recovery) {
            case Recovery.CancelUpdate _ -> wayBack(environment, now, stackId, Set.of(), recovery, listener);
            case Recovery.RollBack _ -> wayBack(environment, now, stackId, Set.of(), recovery, listener);
            case Recovery.ContinueRollback further -> {
                among(further.skipped(), now, BlockedResource::skippable, "skipped", "its own rollback has not failed");
                yield wayBack(environment, now, stackId, further.skipped(), recovery, listener);
            }
            case Recovery.Delete delete -> {
                List<String> buckets = buckets(environment, now, stackId, delete.emptied());
                yield delete(environment, now, new Destruction.Extent(stackId, Set.of(), false), buckets, listener);
            }
            case Recovery.DeleteEmpty empty -> deleteEmpty(environment, empty, listener);
            case Recovery.DeleteRetaining retaining -> {
                among(retaining.retained(), now, _ -> true, "left out", "its deletion has not failed");
                Destruction.Extent extent = new Destruction.Extent(stackId, retaining.retained(), false);
                yield delete(environment, now, extent, List.of(), listener);
            }
            case Recovery.ForceDelete _ ->
                delete(environment, now, new Destruction.Extent(stackId, Set.of(), true), List.of(), listener);
        };
    }

    private Outcome wayBack(
            EnvironmentKey environment,
            StackSituation now,
            String stackId,
            Set<String> skipped,
            Recovery recovery,
            DeploymentListener listener) {
        Operation operation = now.state().removedByRollBack() ? Operation.CREATE : Operation.UPDATE;
        Function<Undertaking, Outcome> work = undertaking ->
                new WayBack(regions, undertaking, planned, now, stackId, skipped).run(recovery.action(), listener);
        return recovery.action() == StackAction.CANCEL_UPDATE
                ? undertakings.aside(environment, operation, work)
                : undertakings.run(environment, operation, work);
    }

    /**
     * Deletes a stack. Where that is how the environment goes, the rest of it follows in the order of deletion: after its own
     * stack the parts, after a part whose environment is gone the other parts.
     *
     * @param buckets the names of those that are emptied first
     */
    private Outcome delete(
            EnvironmentKey environment,
            StackSituation now,
            Destruction.Extent extent,
            List<String> buckets,
            DeploymentListener listener) {
        boolean whole = now.part() == null || stacks.own(environment).isEmpty();
        Destruction destruction = new Destruction(
                regions,
                planned,
                environment,
                whole && now.part() != null ? environment.stackName() : now.stackName(),
                members(environment, now, whole),
                extent);
        destruction.check();
        return undertakings.run(environment, Operation.DELETE, undertaking -> {
            for (String bucket : buckets) {
                new BucketEmptying(regions.of(now.part()))
                        .empty(undertaking, now.stackName(), extent.stackId(), bucket);
            }
            return destruction.run(undertaking, null, listener);
        });
    }

    /** Deletes one stack, if it still is the one that was seen, with nothing in it. */
    private Outcome deleteEmpty(EnvironmentKey environment, Recovery.DeleteEmpty empty, DeploymentListener listener) {
        Member member = stacks.any(environment, empty.part());
        StackState state = new StackState(member.stack().stackStatusAsString());
        if (!member.stack().stackId().equals(empty.stackId()) || !state.empty()) {
            throw new DeployException(
                    "%s is not the empty stack any more: it is in %s."
                            .formatted(member.stack().stackName(), state.name()),
                    "Look how it stands, then choose.");
        }
        Destruction destruction = new Destruction(
                regions,
                planned,
                environment,
                member.stack().stackName(),
                List.of(member),
                new Destruction.Extent(empty.stackId(), Set.of(), false));
        destruction.check();
        return undertakings.run(
                environment, Operation.DELETE, undertaking -> destruction.run(undertaking, null, listener));
    }

    private List<Member> members(EnvironmentKey environment, StackSituation now, boolean whole) {
        List<Member> members = new ArrayList<>();
        members.add(stacks.any(environment, now.part()));
        if (whole) {
            stacks.parts(environment).reversed().stream()
                    .filter(part -> !part.equals(now.part()))
                    .flatMap(part -> stacks.member(environment, part).stream())
                    .forEach(members::add);
        }
        return members;
    }

    /** The names of the chosen buckets. */
    private List<String> buckets(EnvironmentKey environment, StackSituation now, String stackId, Set<String> emptied) {
        if (emptied.isEmpty()) {
            return List.of();
        }
        StackRegion region = regions.of(now.part());
        TemplateGraph template = stacks.any(environment, now.part()).template();
        List<String> kept = template.inOrder().stream()
                .filter(Policies::keptOnDelete)
                .map(TemplateGraph.Resource::logicalId)
                .toList();
        List<String> buckets = region.stacks().resources(stackId).stream()
                .filter(resource -> emptied.contains(resource.logicalResourceId()))
                .filter(resource -> resource.resourceType().equals(StatefulTypes.BUCKET))
                .filter(resource -> !kept.contains(resource.logicalResourceId()))
                .filter(resource -> !resource.resourceStatusAsString().equals("DELETE_COMPLETE"))
                .map(resource -> resource.physicalResourceId())
                .toList();
        if (buckets.size() != emptied.size()) {
            throw new DeployException(
                    "Not all of %s are buckets that the deletion of %s takes away."
                            .formatted(sorted(emptied), now.stackName()),
                    "Name the buckets by their logical ids.");
        }
        return buckets;
    }

    private static void among(
            Set<String> chosen, StackSituation now, Predicate<BlockedResource> may, String what, String why) {
        Set<String> possible = now.blocked().stream()
                .filter(may)
                .map(BlockedResource::logicalId)
                .collect(Collectors.toSet());
        for (String id : chosen) {
            if (!possible.contains(id)) {
                throw new DeployException(
                        "%s cannot be %s: %s.".formatted(id, what, why),
                        possible.isEmpty() ? "Leave it away." : "Choose among %s.".formatted(sorted(possible)));
            }
        }
    }

    private static String sorted(Set<String> ids) {
        return ids.stream().sorted().collect(Collectors.joining(", "));
    }

    private static DeployException refused(StackSituation now, StackAction action) {
        return new DeployException(
                "%s is in %s: %s AWS does not let anybody %s now."
                        .formatted(
                                now.stackName(), now.state().name(), now.state().sentence(), action.words()),
                now.actions().isEmpty()
                        ? "Look at it in the AWS console."
                        : "What can be done: %s."
                                .formatted(now.actions().stream()
                                        .map(StackAction::words)
                                        .collect(Collectors.joining(", "))));
    }

    private static DeployException isProtected(StackSituation now) {
        return new DeployException(
                "Termination protection of %s is on: AWS does not delete it.".formatted(now.stackName()),
                "Turn it off in the AWS console if the stack shall really go, then repeat.");
    }
}
