package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.changes.ChangeAnalysis;
import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.HookFailureMode;

/** A change set: what it would do, and where it stands. */
final class SimulatedChangeSet {

    static final String NO_CHANGES = "The submitted information didn't contain changes. Submit different information"
            + " to create a change set.";
    private static final Duration PENDING = Duration.ofMillis(800);
    private static final Duration ANALYSIS = Duration.ofSeconds(4);

    final String id;
    final String stackId;
    final String name;
    final ChangeSetType type;
    final Instant created;
    final DeploymentRequest request;
    final BoundTemplate template;
    final ChangeAnalysis.Result changes;
    final ChangeAnalysis.Result changesWithValues;
    /** What validation found; warnings alone do not fail it. */
    final List<EarlyValidation.Finding> findings;

    private final boolean hasWork;

    private ExecutionStatus execution = ExecutionStatus.AVAILABLE;

    SimulatedChangeSet(
            String id,
            String stackId,
            String name,
            ChangeSetType type,
            Instant created,
            DeploymentRequest request,
            BoundTemplate template,
            ChangeAnalysis.Result changes,
            ChangeAnalysis.Result changesWithValues,
            List<EarlyValidation.Finding> findings,
            boolean hasWork) {
        this.id = id;
        this.stackId = stackId;
        this.name = name;
        this.type = type;
        this.created = created;
        this.request = request;
        this.template = template;
        this.changes = changes;
        this.changesWithValues = changesWithValues;
        this.findings = findings;
        this.hasWork = hasWork;
    }

    ChangeSetStatus status(Instant now) {
        if (now.isBefore(created.plus(PENDING))) {
            return ChangeSetStatus.CREATE_PENDING;
        }
        if (now.isBefore(created.plus(ANALYSIS))) {
            return ChangeSetStatus.CREATE_IN_PROGRESS;
        }
        return hasWork && failures().isEmpty() ? ChangeSetStatus.CREATE_COMPLETE : ChangeSetStatus.FAILED;
    }

    /** Why it failed. */
    String failure() {
        return hasWork
                ? "The following validation(s) failed: " + failures() + ". To troubleshoot early validation errors, use"
                        + " the DescribeEvents API for detailed failure information."
                : NO_CHANGES;
    }

    /** The operation that made it: what DescribeEvents finds its validation under. */
    String operationId() {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private List<String> failures() {
        return findings.stream()
                .filter(finding -> finding.mode() == HookFailureMode.FAIL)
                .map(EarlyValidation.Finding::name)
                .distinct()
                .toList();
    }

    ExecutionStatus executionStatus(Instant now) {
        return status(now) == ChangeSetStatus.CREATE_COMPLETE ? execution : ExecutionStatus.UNAVAILABLE;
    }

    void execution(ExecutionStatus next) {
        execution = next;
    }
}
