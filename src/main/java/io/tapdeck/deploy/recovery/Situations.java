package io.tapdeck.deploy.recovery;

import io.tapdeck.aws.AwsTexts;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.Situation;
import io.tapdeck.deploy.Situation.BlockedResource;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackAction;
import io.tapdeck.deploy.StackState;
import io.tapdeck.deploy.StackState.Meaning;
import io.tapdeck.deploy.StatefulTypes;
import io.tapdeck.deploy.diagnosis.Diagnosis;
import io.tapdeck.deploy.recovery.LastOperation.Stand;
import io.tapdeck.deploy.region.EnvironmentStacks;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.deploy.template.DisplayNames;
import io.tapdeck.environment.EnvironmentKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** Reads how the stacks of an environment stand. */
public final class Situations {
    private static final Set<StackAction> DELETIONS =
            EnumSet.of(StackAction.DELETE, StackAction.DELETE_RETAINING, StackAction.FORCE_DELETE);

    private final StackRegions regions;
    private final EnvironmentStacks stacks;

    public Situations(StackRegions regions, EnvironmentStacks stacks) {
        this.regions = regions;
        this.stacks = stacks;
    }

    public Situation of(EnvironmentKey environment) {
        List<StackSituation> all = new ArrayList<>();
        all.add(of(environment, null));
        stacks.parts(environment).forEach(part -> all.add(of(environment, part)));
        return new Situation(environment, all);
    }

    /**
     * One stack, as it is now.
     *
     * @param part null for the environment's own
     */
    public StackSituation of(EnvironmentKey environment, @Nullable Part part) {
        String name = part == null ? environment.stackName() : part.stackName();
        StackRegion region = regions.of(part);
        return (part == null ? region.stacks().of(environment) : region.stacks().of(environment, name))
                .map(stack -> of(region, environment, part, stack))
                .orElseGet(() -> new StackSituation(
                        part, name, null, StackState.ABSENT, null, null, List.of(), StackState.ABSENT.actions()));
    }

    private static StackSituation of(StackRegion region, EnvironmentKey environment, @Nullable Part part, Stack stack) {
        StackState state = new StackState(stack.stackStatusAsString());
        LastOperation operation = LastOperation.of(region, stack.stackId());
        Instant since =
                operation.reached(state.name()).map(StackEvent::timestamp).orElseGet(() -> Stacks.changedAt(stack));
        boolean failed = state.meaning() == Meaning.STUCK || state.meaning() == Meaning.ROLLED_BACK;
        List<BlockedResource> blocked =
                state.meaning() == Meaning.STUCK ? blocked(region, environment, part, stack, operation) : List.of();
        boolean isProtected = Boolean.TRUE.equals(stack.enableTerminationProtection());
        return new StackSituation(
                part,
                stack.stackName(),
                stack.stackId(),
                state,
                since,
                failed ? operation.cause(new Stand(stack.stackName(), part, state.name(), since), region) : null,
                blocked,
                state.actions().stream()
                        .filter(action -> !(isProtected && DELETIONS.contains(action)))
                        .filter(action -> action != StackAction.DELETE_RETAINING || !blocked.isEmpty())
                        .toList(),
                isProtected);
    }

    private static List<BlockedResource> blocked(
            StackRegion region, EnvironmentKey environment, @Nullable Part part, Stack stack, LastOperation operation) {
        String status = stack.stackStatusAsString();
        List<StackResourceSummary> all = region.stacks().resources(stack.stackId());
        DisplayNames names = new DisplayNames(
                all.stream().map(StackResourceSummary::logicalResourceId).toList(),
                environment.suffix().value(),
                part);
        // CloudFormation user guide, "Continue rolling back an update": only those whose own rollback failed.
        Set<String> notRolledBack = status.equals("UPDATE_ROLLBACK_FAILED")
                ? operation.phase(status).stream()
                        .filter(event -> event.resourceStatusAsString().equals("UPDATE_FAILED"))
                        .filter(event -> !AwsTexts.saysCancelled(reason(event.resourceStatusReason())))
                        .map(StackEvent::logicalResourceId)
                        .collect(Collectors.toSet())
                : Set.of();
        return all.stream()
                .filter(resource -> resource.resourceStatusAsString().endsWith("_FAILED"))
                .map(resource -> new BlockedResource(
                        resource.logicalResourceId(),
                        names.of(resource.logicalResourceId()),
                        resource.resourceType(),
                        Optional.ofNullable(resource.physicalResourceId()).orElse(""),
                        reason(resource.resourceStatusReason()),
                        resource.resourceStatusAsString().equals("UPDATE_FAILED")
                                && notRolledBack.contains(resource.logicalResourceId()),
                        resource.resourceType().equals(StatefulTypes.BUCKET)
                                && resource.resourceStatusAsString().equals("DELETE_FAILED"),
                        StatefulTypes.holdsData(resource.resourceType())))
                .toList();
    }

    private static String reason(@Nullable String words) {
        return words == null || words.isBlank() ? Diagnosis.NO_REASON : words.strip();
    }
}
