package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.SettingChange;
import io.tapdeck.environment.SettingLoss;
import io.tapdeck.environment.TargetSettings;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The change sets of an environment in words. Nothing has been executed.
 *
 * @param operationId the journal's: what its change sets, its execution or its end have in common
 * @param stacks one for each stack, in the order of deployment; the environment's own among them
 * @param settingChanges the settings in which the wanted definition differs from what runs; empty for a new environment
 * @param losses what those changes delete although no resource is replaced or removed
 * @param preflight what was checked, and what could not be
 */
public record Review(
        String operationId,
        EnvironmentKey environment,
        List<StackReview> stacks,
        List<SettingChange> settingChanges,
        List<SettingLoss> losses,
        Preflight preflight) {
    public Review {
        stacks = List.copyOf(stacks);
        settingChanges = List.copyOf(settingChanges);
        losses = List.copyOf(losses);
    }

    /** A review for which nothing had to be checked. */
    public Review(
            String operationId,
            EnvironmentKey environment,
            List<StackReview> stacks,
            List<SettingChange> settingChanges,
            List<SettingLoss> losses) {
        this(operationId, environment, stacks, settingChanges, losses, Preflight.NONE);
    }

    /** A new environment of one stack to which the target adds nothing. */
    public Review(
            EnvironmentKey environment,
            Operation operation,
            String stackName,
            String stackId,
            String changeSetId,
            String changeSetName,
            Instant madeAt,
            List<ResourceChange> changes,
            List<PlannedResource> resources,
            List<String> warnings) {
        this(
                changeSetName,
                environment,
                List.of(new StackReview(
                        null,
                        operation,
                        stackName,
                        stackId,
                        changeSetId,
                        changeSetName,
                        madeAt,
                        !changes.isEmpty(),
                        changes,
                        resources,
                        warnings,
                        StackReview.TerminationProtection.NONE,
                        TargetSettings.NONE,
                        null,
                        RollbackTriggers.NONE)),
                List.of(),
                List.of());
    }

    /** What it goes on with. */
    public Undertaking undertaking() {
        return new Undertaking(operationId, environment, operation());
    }

    /** The environment's own stack. */
    public StackReview own() {
        return stacks.stream()
                .filter(stack -> stack.part() == null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no own stack in " + environment));
    }

    /** What is done to the environment: create or update. */
    public Operation operation() {
        return own().operation();
    }

    /** The environment's own stack's name. */
    public String stackName() {
        return own().stackName();
    }

    /** The ARN of the own stack's change set. */
    public String changeSetId() {
        return own().changeSetId();
    }

    /** The short name of the own stack's change set. */
    public String changeSetName() {
        return own().changeSetName();
    }

    /** When AWS made the first of the change sets, by AWS's clock. */
    public Instant madeAt() {
        return stacks.getFirst().madeAt();
    }

    /** The changes of all stacks, the most dangerous first. */
    public List<ResourceChange> changes() {
        return stacks.stream()
                .flatMap(stack -> stack.changes().stream())
                .sorted(Comparator.comparing(ResourceChange::risk))
                .toList();
    }

    /** What moves in all stacks when the review is executed, in dependency order. */
    public List<PlannedResource> resources() {
        return stacks.stream().flatMap(stack -> stack.resources().stream()).toList();
    }

    /** AWS's own warnings, verbatim, and what had to be cleared away first. */
    public List<String> warnings() {
        return stacks.stream()
                .flatMap(stack -> stack.warnings().stream())
                .distinct()
                .toList();
    }

    /** The target settings that apply to the environment's own stack. */
    public TargetSettings settings() {
        return own().settings();
    }

    /** The stacks beside the environment's own, in the order of deployment. */
    public List<Part> parts() {
        return stacks.stream().flatMap(stack -> Stream.ofNullable(stack.part())).toList();
    }

    /** Whether the account already is as the definition says. */
    public boolean nothingChanges() {
        return stacks.stream().allMatch(StackReview::nothingChanges);
    }

    /** What changes in the stacks beside their resources, as sentences. */
    public List<String> stackChanges() {
        return stacks.stream().flatMap(stack -> stack.ownChanges().stream()).toList();
    }

    /** Whether CloudFormation would no longer refuse to delete one of the stacks. */
    public boolean takesProtectionOff() {
        return stacks.stream().anyMatch(stack -> stack.terminationProtection().takenOff());
    }

    /** The changes of resources that lose data; see {@link #losses} for those of settings. */
    public List<ResourceChange> dataLoss() {
        return changes().stream()
                .filter(change -> change.risk() == ResourceChange.Risk.DATA_LOST)
                .toList();
    }
}
