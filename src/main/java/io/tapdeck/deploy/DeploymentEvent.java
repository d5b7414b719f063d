package io.tapdeck.deploy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happens while a deployment runs. All times are the endpoint's. */
public sealed interface DeploymentEvent {
    /** When it happened. */
    Instant at();

    /**
     * The operation is accepted; the first event of every deployment.
     *
     * @param stackName the environment's own stack
     * @param stackId its ARN; of a part where only that is left
     * @param resources everything that will move, in dependency order: the denominator of progress
     */
    record Started(Instant at, Operation operation, String stackName, String stackId, List<PlannedResource> resources)
            implements DeploymentEvent {
        public Started {
            resources = List.copyOf(resources);
        }
    }

    /**
     * A resource changed its state.
     *
     * @param physicalId empty until AWS has made it
     * @param status CloudFormation's ResourceStatus, such as {@code CREATE_IN_PROGRESS}
     * @param reason AWS's words, or null
     * @param part the stack that it belongs to; null for the environment's own
     */
    record ResourceMoved(
            Instant at,
            String eventId,
            String logicalId,
            String resourceType,
            String physicalId,
            String status,
            @Nullable String reason,
            @Nullable Part part)
            implements DeploymentEvent {

        /** A resource of the environment's own stack. */
        public ResourceMoved(
                Instant at,
                String eventId,
                String logicalId,
                String resourceType,
                String physicalId,
                String status,
                @Nullable String reason) {
            this(at, eventId, logicalId, resourceType, physicalId, status, reason, null);
        }

        /** The logical id, made unique among the environment's stacks: that of {@link PlannedResource#id}. */
        public String id() {
            return Part.id(part, logicalId);
        }
    }

    /**
     * A stack itself changed its state.
     *
     * @param reason AWS's words, or null
     * @param part which one; null for the environment's own
     */
    record StackMoved(
            Instant at,
            String eventId,
            String stackName,
            String status,
            @Nullable String reason,
            @Nullable Part part) implements DeploymentEvent {

        /** Whether the stack now is as was asked, so that nothing that was to move in it is left to move. */
        public boolean done() {
            return Stream.of(Operation.values())
                    .anyMatch(operation -> operation.end().equals(status));
        }

        /** The environment's own stack. */
        public StackMoved(Instant at, String eventId, String stackName, String status, @Nullable String reason) {
            this(at, eventId, stackName, status, reason, null);
        }
    }

    /** AWS answered a poll; also after each {@link NotHeard}. */
    record Heard(Instant at) implements DeploymentEvent {}

    /**
     * A poll failed; the operation goes on in AWS and polling goes on here.
     *
     * @param at by the endpoint's clock
     * @param why what stands in the way
     * @param reason the same in words, ready to be shown
     * @param remedy a sentence: what a person can do about it; empty where there is only waiting
     */
    record NotHeard(Instant at, Silence why, String reason, String remedy) implements DeploymentEvent {

        /** One that there is only waiting for. */
        public NotHeard(Instant at, Silence why, String reason) {
            this(at, why, reason, "");
        }
    }

    /**
     * The resources of an update are complete, and its alarms are watched: until then nothing more happens to the stack.
     *
     * @param until when the watch time is over
     * @param alarms the names of those that roll it back if they ring
     * @param part the stack; null for the environment's own
     */
    record WatchingAlarms(
            Instant at,
            Instant until,
            List<String> alarms,
            @Nullable Part part) implements DeploymentEvent {
        public WatchingAlarms {
            alarms = List.copyOf(alarms);
        }
    }

    /** The operation has ended; the last event. */
    record Ended(Instant at, Outcome outcome) implements DeploymentEvent {}
}
