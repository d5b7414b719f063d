package io.tapdeck.deploy;

import io.tapdeck.environment.TargetSettings;
import io.tapdeck.synth.StackTemplate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * One stack's change set in words.
 *
 * @param part the stack; null for the environment's own
 * @param operation create or update
 * @param stackId the stack's ARN
 * @param changeSetId the change set's ARN
 * @param changeSetName its short name
 * @param madeAt when AWS made it, by AWS's clock
 * @param executable whether AWS has it to be executed; one that changes nothing is refused by CloudFormation and gone
 * @param changes the most dangerous first; empty where only outputs or tags of the stack change
 * @param resources what moves when it is executed, in dependency order
 * @param warnings AWS's own warnings, verbatim, and what had to be cleared away first
 * @param terminationProtection whether CloudFormation refuses to delete the stack: no part of the change set
 * @param settings the tags (beside Tapdeck's own), role and permissions boundary that apply: what was asked for, else what
 *     the stack has
 * @param inputs what it takes from stacks before it; null if nothing
 * @param rollback which alarms roll it back
 */
public record StackReview(
        @Nullable Part part,
        Operation operation,
        String stackName,
        String stackId,
        String changeSetId,
        String changeSetName,
        Instant madeAt,
        boolean executable,
        List<ResourceChange> changes,
        List<PlannedResource> resources,
        List<String> warnings,
        TerminationProtection terminationProtection,
        TargetSettings settings,
        @Nullable Inputs inputs,
        RollbackTriggers rollback) {
    public StackReview {
        changes = List.copyOf(changes);
        resources = List.copyOf(resources);
        warnings = List.copyOf(warnings);
    }

    /**
     * What a stack takes from stacks before it.
     *
     * @param template the stack's, for a change set with other values
     * @param values of its parameters in the change set; a placeholder where the other stack does not exist yet
     */
    public record Inputs(StackTemplate template, Map<String, String> values) {
        /** Stands for an output of a stack that does not exist yet; never executed. */
        public static final String PLACEHOLDER = "known-after-deployment";

        public Inputs {
            values = Map.copyOf(values);
        }

        /** Whether the value of a parameter is known: the stack that it comes from may not exist yet. */
        public boolean known(String parameter) {
            return !PLACEHOLDER.equals(values.get(parameter));
        }
    }

    /**
     * Whether CloudFormation refuses to delete a stack.
     *
     * @param now as it is; false for a new stack
     * @param wanted as it shall be
     */
    public record TerminationProtection(boolean now, boolean wanted) {
        /** Stays off. */
        public static final TerminationProtection NONE = new TerminationProtection(false, false);

        /** Stays as it is. */
        public static TerminationProtection of(Stack stack) {
            boolean now = Boolean.TRUE.equals(stack.enableTerminationProtection());
            return new TerminationProtection(now, now);
        }

        /** Whether it has to be set. */
        public boolean changes() {
            return now != wanted;
        }

        /** Whether the stack loses it. */
        public boolean takenOff() {
            return now && !wanted;
        }
    }

    /** What changes in the stack itself, beside its resources, as sentences. */
    public List<String> ownChanges() {
        List<String> told = new ArrayList<>();
        if (executable && changes.isEmpty()) {
            told.add("Only outputs or tags of %s change; no resource does.".formatted(stackName));
        }
        if (terminationProtection.changes()) {
            told.add("Termination protection of %s is %s."
                    .formatted(stackName, terminationProtection.takenOff() ? "taken off" : "turned on"));
        }
        return told;
    }

    /** Whether the stack already is as the definition says. */
    public boolean nothingChanges() {
        return !executable && !terminationProtection.changes();
    }
}
