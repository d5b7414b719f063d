package io.tapdeck.desk.deployment;

import io.tapdeck.aws.AwsTexts;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.PlannedResource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one resource is.
 *
 * @param planned what was to be done
 * @param status CloudFormation's ResourceStatus, empty before its first event
 * @param physicalId empty until AWS has made it
 * @param reason AWS's words with the last event, or null
 * @param startedAt its first event, or null
 * @param endedAt when it was done, failed or was cancelled, or null
 * @param undoneFrom when its removal or restoring after a failure began, or null
 * @param undoneAt when that ended, or null
 */
public record ResourceProgress(
        PlannedResource planned,
        Phase phase,
        String status,
        String physicalId,
        @Nullable String reason,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant undoneFrom,
        @Nullable Instant undoneAt) {

    /** Where a resource stands. */
    public enum Phase {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED,
        UNDOING,
        UNDONE,
        NOT_STARTED
    }

    static ResourceProgress waiting(PlannedResource planned) {
        return new ResourceProgress(planned, Phase.WAITING, "", "", null, null, null, null, null);
    }

    /**
     * After an event of it.
     *
     * @param undoing whether the stack is rolling back
     */
    ResourceProgress after(ResourceMoved event, Operation operation, boolean undoing) {
        boolean removes = event.status().startsWith("DELETE_");
        if (!undoing && removes && operation != Operation.DELETE && phase == Phase.DONE) {
            // Cleanup after an update: the replaced resource goes, this one stays.
            return this;
        }
        boolean runs = event.status().endsWith("_IN_PROGRESS");
        boolean failed = event.status().endsWith("_FAILED");
        if (undoing && phase != Phase.WAITING && phase != Phase.RUNNING && !failed) {
            return new ResourceProgress(
                    planned,
                    runs ? Phase.UNDOING : Phase.UNDONE,
                    event.status(),
                    physicalId(event),
                    event.reason(),
                    startedAt,
                    endedAt,
                    undoneFrom == null ? event.at() : undoneFrom,
                    runs ? null : event.at());
        }
        return new ResourceProgress(
                planned,
                phaseAfter(event, runs, failed),
                event.status(),
                physicalId(event),
                event.reason(),
                startedAt == null ? event.at() : startedAt,
                runs ? null : event.at(),
                undoneFrom,
                undoneAt);
    }

    private static Phase phaseAfter(ResourceMoved event, boolean runs, boolean failed) {
        if (runs) {
            return Phase.RUNNING;
        }
        if (!failed) {
            return Phase.DONE;
        }
        String words = event.reason();
        return words != null && AwsTexts.saysCancelled(words) ? Phase.CANCELLED : Phase.FAILED;
    }

    private String physicalId(ResourceMoved event) {
        return event.physicalId().isEmpty() ? physicalId : event.physicalId();
    }

    /** What waited until its stack was as asked had nothing to do. */
    ResourceProgress settled(Instant at) {
        return phase == Phase.WAITING
                ? new ResourceProgress(planned, Phase.DONE, status, physicalId, reason, at, at, null, null)
                : this;
    }

    /** What never started when the operation ended did not start at all. */
    ResourceProgress ended() {
        return phase == Phase.WAITING
                ? new ResourceProgress(planned, Phase.NOT_STARTED, status, physicalId, reason, null, null, null, null)
                : this;
    }

    /** What tells it from every other of its environment. */
    public String id() {
        return planned.id();
    }

    /** Whether its part of the operation is done. */
    public boolean done() {
        return phase == Phase.DONE;
    }

    /** How long it took, or takes by now; zero before it started. */
    public Duration took(Instant now) {
        return startedAt == null ? Duration.ZERO : Duration.between(startedAt, endedAt == null ? now : endedAt);
    }
}
