package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import java.time.Instant;
import java.util.List;

/**
 * A change set in words. Nothing has been executed.
 *
 * @param operation create or update
 * @param stackId the stack's ARN
 * @param changeSetId the change set's ARN
 * @param changeSetName its short name
 * @param madeAt when AWS made it, by AWS's clock
 * @param changes the most dangerous first; empty if nothing changes
 * @param resources what moves when it is executed, in dependency order
 * @param warnings AWS's own warnings, verbatim, and what had to be cleared away first
 * @param terminationProtection whether CloudFormation shall refuse to delete the stack afterwards
 */
public record Review(
        EnvironmentKey environment,
        Operation operation,
        String stackName,
        String stackId,
        String changeSetId,
        String changeSetName,
        Instant madeAt,
        List<ResourceChange> changes,
        List<PlannedResource> resources,
        List<String> warnings,
        boolean terminationProtection) {
    public Review {
        changes = List.copyOf(changes);
        resources = List.copyOf(resources);
        warnings = List.copyOf(warnings);
    }

    /** A review of a stack that CloudFormation shall not refuse to delete. */
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
                environment,
                operation,
                stackName,
                stackId,
                changeSetId,
                changeSetName,
                madeAt,
                changes,
                resources,
                warnings,
                false);
    }

    /** Whether the account already is as the definition says. */
    public boolean nothingChanges() {
        return changes.isEmpty();
    }

    /** The changes that lose data. */
    public List<ResourceChange> dataLoss() {
        return changes.stream()
                .filter(change -> change.risk() == ResourceChange.Risk.DATA_LOST)
                .toList();
    }
}
