package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.synth.StackTemplate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Turns a plan into a change set, and that into words. */
final class Reviewer {
    private final Stacks stacks;
    private final ChangeSets changeSets;
    private final ChangeSetReader reader;
    private final PlannedResources planned;

    Reviewer(Stacks stacks, ChangeSets changeSets, ChangeSetReader reader, PlannedResources planned) {
        this.stacks = stacks;
        this.changeSets = changeSets;
        this.reader = reader;
        this.planned = planned;
    }

    Review review(DeploymentPlan plan) {
        StackTemplate stack = plan.stacks().getFirst();
        List<String> warnings = new ArrayList<>();
        boolean creation = prepare(plan.environment(), warnings);
        ChangeSets.Made made = changeSets.make(stack, creation);
        Operation operation = creation ? Operation.CREATE : Operation.UPDATE;
        if (!made.changes()) {
            return review(plan, made, operation, made.description().creationTime(), List.of(), List.of(), warnings);
        }
        TemplateGraph graph = TemplateGraph.of(stack.body());
        String suffix = plan.environment().suffix().value();
        ChangeSetReader.Read read = reader.read(made.id(), ids -> DisplayNames.of(graph, ids, suffix));
        warnings.addAll(read.warnings());
        List<ResourceChange> changes = read.changes().values().stream()
                .map(ReadChange::change)
                .sorted(Comparator.comparing(ResourceChange::risk))
                .toList();
        List<PlannedResource> resources =
                planned.changed(graph, DisplayNames.of(graph, read.changes().keySet(), suffix), read.changes());
        return review(plan, made, operation, read.madeAt(), changes, resources, warnings);
    }

    private static Review review(
            DeploymentPlan plan,
            ChangeSets.Made made,
            Operation operation,
            Instant madeAt,
            List<ResourceChange> changes,
            List<PlannedResource> resources,
            List<String> warnings) {
        StackTemplate stack = plan.stacks().getFirst();
        return new Review(
                plan.environment(),
                operation,
                stack.stackName(),
                made.stackId(),
                made.id(),
                made.name(),
                madeAt,
                changes,
                resources,
                warnings,
                stack.terminationProtection());
    }

    /** Makes way for a change set. Returns whether it creates the stack. */
    private boolean prepare(EnvironmentKey environment, List<String> warnings) {
        Optional<Stack> found = stacks.of(environment);
        if (found.isEmpty()) {
            return true;
        }
        Stack stack = found.get();
        StackState state = new StackState(stack.stackStatusAsString());
        if (state.busy()) {
            throw new DeployException(
                    "An operation already runs on %s (%s).".formatted(stack.stackName(), state.name()),
                    "Watch it to its end, then repeat.");
        }
        return switch (state.name()) {
            case "REVIEW_IN_PROGRESS" -> true;
            case "ROLLBACK_COMPLETE" -> {
                // A creation that was rolled back can only be deleted (user guide, "Stack status codes").
                stacks.removeEmpty(stack.stackId(), RequestTokens.of("clear"));
                warnings.add("What was left of the failed creation, an empty stack, is deleted.");
                yield true;
            }
            case "CREATE_FAILED", "ROLLBACK_FAILED", "DELETE_FAILED" ->
                throw new DeployException(
                        "%s is in %s and cannot be updated.".formatted(stack.stackName(), state.name()),
                        "Destroy the environment, then create it anew.");
            case "UPDATE_ROLLBACK_FAILED" ->
                throw new DeployException(
                        "%s is in UPDATE_ROLLBACK_FAILED and cannot be updated.".formatted(stack.stackName()),
                        "Mend the cause and continue the rollback in the AWS console, then repeat.");
            default -> false;
        };
    }
}
