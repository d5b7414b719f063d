package io.tapdeck.sandbox.cloudformation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

/** A logical resource of a stack, and where it stands. */
final class SimulatedResource {

    final String logicalId;
    final String type;
    /** Absent until the service has given it an id. */
    @Nullable
    Physical physical;

    ResourceStatus status = ResourceStatus.CREATE_IN_PROGRESS;
    String reason = "";
    Instant changed = Instant.EPOCH;
    /** Counts the physical resources made for it, so that each gets another name. */
    int generation;

    /** Whether a continued rollback has skipped it, and no update has touched it since. */
    boolean skipped;

    /** What the last detection of drift found; empty when none has looked at it. */
    Optional<Drift> drift = Optional.empty();

    SimulatedResource(String logicalId, String type) {
        this.logicalId = logicalId;
        this.type = type;
    }

    boolean exists() {
        return physical != null && status != ResourceStatus.DELETE_COMPLETE && status != ResourceStatus.DELETE_SKIPPED;
    }

    String physicalId() {
        return physical == null ? "" : physical.id();
    }
}
