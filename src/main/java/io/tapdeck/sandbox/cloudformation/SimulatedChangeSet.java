package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.changes.ChangeAnalysis;
import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;

/** A change set: what it would do, and where it stands. */
final class SimulatedChangeSet {

    static final String NO_CHANGES = "The submitted information didn't contain changes. Submit different information"
            + " to create a change set.";
    private static final Duration PENDING = Duration.ofMillis(800);
    private static final Duration ANALYSIS = Duration.ofSeconds(4);

    final String id;
    final String name;
    final ChangeSetType type;
    final Instant created;
    final DeploymentRequest request;
    final BoundTemplate template;
    final ChangeAnalysis.Result changes;
    final ChangeAnalysis.Result changesWithValues;
    /** Whether there is anything to do; else it fails. */
    final boolean executable;

    private ExecutionStatus execution = ExecutionStatus.AVAILABLE;

    SimulatedChangeSet(
            String id,
            String name,
            ChangeSetType type,
            Instant created,
            DeploymentRequest request,
            BoundTemplate template,
            ChangeAnalysis.Result changes,
            ChangeAnalysis.Result changesWithValues,
            boolean executable) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.created = created;
        this.request = request;
        this.template = template;
        this.changes = changes;
        this.changesWithValues = changesWithValues;
        this.executable = executable;
    }

    ChangeSetStatus status(Instant now) {
        if (now.isBefore(created.plus(PENDING))) {
            return ChangeSetStatus.CREATE_PENDING;
        }
        if (now.isBefore(created.plus(ANALYSIS))) {
            return ChangeSetStatus.CREATE_IN_PROGRESS;
        }
        return executable ? ChangeSetStatus.CREATE_COMPLETE : ChangeSetStatus.FAILED;
    }

    ExecutionStatus executionStatus(Instant now) {
        return status(now) == ChangeSetStatus.CREATE_COMPLETE ? execution : ExecutionStatus.UNAVAILABLE;
    }

    void execution(ExecutionStatus next) {
        execution = next;
    }
}
