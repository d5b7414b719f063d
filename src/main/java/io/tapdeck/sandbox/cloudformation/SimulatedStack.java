package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.ParameterValues;
import io.tapdeck.sandbox.cloudformation.template.Pseudo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.DeletionMode;
import software.amazon.awssdk.services.cloudformation.model.OperationType;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.RollbackConfiguration;
import software.amazon.awssdk.services.cloudformation.model.StackDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** A stack: what it was asked to be, what exists of it, and what happened. */
final class SimulatedStack {

    private static final String STACK_TYPE = "AWS::CloudFormation::Stack";

    final Pseudo pseudo;
    final Instant created;
    final Map<String, SimulatedResource> resources = new LinkedHashMap<>();
    final Map<String, SimulatedChangeSet> changeSets = new LinkedHashMap<>();
    /** Oldest first. */
    final List<StackEvent> events = new ArrayList<>();

    private final List<Operation> operations = new ArrayList<>();

    /**
     * What was asked for.
     *
     * @param firstEvent the index of its first event
     */
    record Operation(String id, OperationType type, int firstEvent) {}

    StackStatus status = StackStatus.REVIEW_IN_PROGRESS;
    String statusReason = "";

    @Nullable
    Instant updated;

    @Nullable
    Instant deleted;
    /** The template in force, or coming into force. */
    @Nullable
    BoundTemplate template;

    Map<String, String> tags = Map.of();
    List<String> capabilities = List.of();
    List<String> notificationArns = List.of();
    List<Output> outputs = List.of();
    RollbackConfiguration rollbackConfiguration =
            RollbackConfiguration.builder().build();
    String changeSetId = "";
    String roleArn = "";
    boolean terminationProtection;
    boolean disableRollback;

    /** Whether a rollback deletes new resources even where their policy is to retain them. */
    boolean retainExceptOnCreate;

    /** How the deletion that runs, or ran last, treats what it cannot delete. */
    Optional<DeletionMode> deletionMode = Optional.empty();

    /** Where an update that runs, failed and paused, or is stuck on its way back, came from. */
    @Nullable
    WayBack wayBack;

    /** The request token of the operation that runs or ran last; empty when it had none. */
    String token = "";

    /** When drift was last detected on it as a whole. */
    Optional<Instant> driftCheckedAt = Optional.empty();

    SimulatedStack(Pseudo pseudo, Instant created) {
        this.pseudo = pseudo;
        this.created = created;
    }

    String id() {
        return pseudo.stackId();
    }

    String name() {
        return pseudo.stackName();
    }

    boolean isDeleted() {
        return status == StackStatus.DELETE_COMPLETE;
    }

    /** What detections have found so far. */
    StackDriftStatus driftStatus() {
        if (resources.values().stream()
                .anyMatch(one -> one.drift.filter(Drifts::differs).isPresent())) {
            return StackDriftStatus.DRIFTED;
        }
        return driftCheckedAt.isPresent() ? StackDriftStatus.IN_SYNC : StackDriftStatus.NOT_CHECKED;
    }

    /** The template in force; fails when there is none yet. */
    BoundTemplate template() {
        BoundTemplate known = template;
        if (known == null) {
            throw new IllegalStateException("no template in force: " + id());
        }
        return known;
    }

    /** Whether its deletion leaves behind what cannot be deleted. */
    boolean isForcedToGo() {
        return status == StackStatus.DELETE_IN_PROGRESS
                && deletionMode.filter(DeletionMode.FORCE_DELETE_STACK::equals).isPresent();
    }

    /** Whether a resource is there because its creation failed. */
    boolean failedToCreate(String logicalId) {
        SimulatedResource resource = resources.get(logicalId);
        return resource != null && resource.status == ResourceStatus.CREATE_FAILED;
    }

    ParameterValues parameters() {
        return template == null ? ParameterValues.NONE : template.parameters();
    }

    /**
     * Takes up the service role of a request; a request without one uses the role that the stack has (API reference,
     * "DeleteStack", RoleARN).
     *
     * @param requested an ARN, or empty
     */
    void useRole(String requested) {
        if (!requested.isEmpty()) {
            roleArn = requested;
        }
    }

    /** From now on events are those of another operation, and carry its token. */
    void begin(OperationType type, @Nullable String requested) {
        String seed = id() + "/operation/" + operations.size();
        String id =
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
        operations.add(new Operation(id, type, events.size()));
        useToken(requested);
    }

    /** The operation that an event is of; none for the event of a shell that waits for its change set. */
    Optional<Operation> operationAt(int event) {
        return operations.reversed().stream()
                .filter(one -> one.firstEvent <= event)
                .findFirst();
    }

    /** From now on events carry the token of another request; none when it has none. */
    void useToken(@Nullable String requested) {
        token = requested == null ? "" : requested;
    }

    /** Moves the stack to a status and writes the event. */
    void move(StackStatus next, String reason, Instant now) {
        status = next;
        statusReason = reason;
        String seed = id() + events.size();
        events.add(event(name(), id(), STACK_TYPE, ResourceStatus.fromValue(next.toString()), reason, now)
                .eventId(UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .resourceStatus(next.toString())
                .build());
    }

    /** Moves a resource to a status and writes the event, with the properties it shows. */
    void move(
            SimulatedResource resource,
            String physicalId,
            ResourceStatus next,
            String reason,
            @Nullable ObjectNode shown,
            Instant now) {
        resource.status = next;
        resource.reason = reason;
        resource.changed = now;
        report(resource, physicalId, next, reason, shown, now);
    }

    /** Writes an event of a resource that does not change the resource's own status, as for a replaced one. */
    void report(
            SimulatedResource resource,
            String physicalId,
            ResourceStatus reported,
            String reason,
            @Nullable ObjectNode shown,
            Instant now) {
        String id = shown == null
                ? UUID.nameUUIDFromBytes((id() + events.size()).getBytes(StandardCharsets.UTF_8))
                        .toString()
                : reported + "-" + now.truncatedTo(ChronoUnit.MILLIS);
        events.add(event(resource.logicalId, physicalId, resource.type, reported, reason, now)
                .eventId(resource.logicalId + "-" + id)
                .resourceProperties(shown == null ? null : shown.toString())
                .build());
    }

    private StackEvent.Builder event(
            String logicalId, String physicalId, String type, ResourceStatus next, String reason, Instant now) {
        return StackEvent.builder()
                .stackId(id())
                .stackName(name())
                .logicalResourceId(logicalId)
                .physicalResourceId(physicalId)
                .resourceType(type)
                .resourceStatus(next)
                .resourceStatusReason(reason.isEmpty() ? null : reason)
                .timestamp(now)
                .clientRequestToken(token.isEmpty() ? null : token);
    }
}
