package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.Refusals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.BeaconStackOperationStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.DescribeEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.EventType;
import software.amazon.awssdk.services.cloudformation.model.HookFailureMode;
import software.amazon.awssdk.services.cloudformation.model.OperationEvent;
import software.amazon.awssdk.services.cloudformation.model.OperationType;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.ValidationStatus;

/** DescribeEvents: the events by the operation that they belong to, and what validation found (API reference). */
final class OperationEvents {
    private final StackEngine engine;
    private final StackDirectory directory;

    OperationEvents(StackEngine engine, StackDirectory directory) {
        this.engine = engine;
        this.directory = directory;
    }

    DescribeEventsResponse describe(DescribeEventsRequest request, Instant now) {
        boolean failedOnly = request.filters() != null
                && Boolean.TRUE.equals(request.filters().failedEvents());
        List<OperationEvent> events = events(request, now).stream()
                .filter(event -> !failedOnly || isFailed(event))
                .sorted(Comparator.comparing(OperationEvent::timestamp).reversed())
                .toList();
        Page<OperationEvent> page = Page.of(events, request.nextToken());
        return DescribeEventsResponse.builder()
                .operationEvents(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private List<OperationEvent> events(DescribeEventsRequest request, Instant now) {
        if (request.operationId() != null) {
            return engine.stacks.stream()
                    .flatMap(stack -> all(stack, now).stream())
                    .filter(event -> request.operationId().equals(event.operationId()))
                    .toList();
        }
        if (request.changeSetName() != null) {
            SimulatedChangeSet changeSet = changeSet(request.changeSetName(), request.stackName());
            return changeSet.status(now) == ChangeSetStatus.CREATE_PENDING ? List.of() : validation(changeSet);
        }
        if (request.stackName() == null) {
            throw Refusals.validation("Either StackName, ChangeSetName or OperationId must be specified.");
        }
        return all(directory.require(request.stackName()), now);
    }

    private SimulatedChangeSet changeSet(String name, @Nullable String stackName) {
        Optional<SimulatedStack> stack =
                stackName == null ? directory.ownerOf(name) : Optional.of(directory.require(stackName));
        return stack.flatMap(owner -> directory.changeSet(owner, name))
                .orElseThrow(() -> Refusals.changeSetNotFound(name));
    }

    /** Newest first, so that those of one moment stay in that order. */
    private static List<OperationEvent> all(SimulatedStack stack, Instant now) {
        List<OperationEvent> events = new ArrayList<>();
        for (int index = stack.events.size() - 1; index >= 0; index--) {
            events.add(event(stack, stack.events.get(index), stack.operationAt(index)));
        }
        for (SimulatedChangeSet changeSet : stack.changeSets.values()) {
            if (changeSet.status(now) != ChangeSetStatus.CREATE_PENDING) {
                events.addAll(validation(changeSet));
            }
        }
        return events;
    }

    private static OperationEvent event(
            SimulatedStack stack, StackEvent event, Optional<SimulatedStack.Operation> operation) {
        boolean own = event.physicalResourceId().equals(stack.id());
        boolean failedResource = !own && event.resourceStatusAsString().endsWith("_FAILED");
        return OperationEvent.builder()
                .eventId(event.eventId())
                .eventType(failedResource ? EventType.PROVISIONING_ERROR : EventType.STACK_EVENT)
                .operationId(operation.map(SimulatedStack.Operation::id).orElse(null))
                .operationType(operation.map(SimulatedStack.Operation::type).orElse(null))
                .operationStatus(own ? status(event.resourceStatusAsString()) : null)
                .stackId(event.stackId())
                .logicalResourceId(event.logicalResourceId())
                .physicalResourceId(event.physicalResourceId())
                .resourceType(event.resourceType())
                .resourceStatus(event.resourceStatusAsString())
                .resourceStatusReason(event.resourceStatusReason())
                .resourceProperties(event.resourceProperties())
                .clientRequestToken(event.clientRequestToken())
                .timestamp(event.timestamp())
                .build();
    }

    /** How an operation stands after a move of its stack: a rollback that completes is an operation that failed. */
    private static BeaconStackOperationStatus status(String stackStatus) {
        if (stackStatus.endsWith("_IN_PROGRESS")) {
            return BeaconStackOperationStatus.IN_PROGRESS;
        }
        boolean failed = stackStatus.endsWith("_FAILED") || stackStatus.contains("ROLLBACK");
        return failed ? BeaconStackOperationStatus.FAILED : BeaconStackOperationStatus.SUCCEEDED;
    }

    private static List<OperationEvent> validation(SimulatedChangeSet changeSet) {
        List<OperationEvent> events = new ArrayList<>();
        for (EarlyValidation.Finding finding : changeSet.findings) {
            events.add(OperationEvent.builder()
                    .eventId(changeSet.operationId() + "-" + events.size())
                    .eventType(EventType.VALIDATION_ERROR)
                    .operationId(changeSet.operationId())
                    .operationType(OperationType.CREATE_CHANGESET)
                    .stackId(changeSet.stackId)
                    .logicalResourceId(finding.logicalId())
                    .physicalResourceId(finding.physicalId().isEmpty() ? null : finding.physicalId())
                    .resourceType(finding.type())
                    .validationFailureMode(finding.mode())
                    .validationName(finding.name())
                    .validationStatus(ValidationStatus.FAILED)
                    .validationStatusReason(finding.reason())
                    .validationPath(finding.path())
                    .timestamp(changeSet.created)
                    .build());
        }
        return events;
    }

    private static boolean isFailed(OperationEvent event) {
        return event.eventType() == EventType.VALIDATION_ERROR
                ? event.validationFailureMode() == HookFailureMode.FAIL
                : event.resourceStatusAsString().endsWith("_FAILED");
    }
}
