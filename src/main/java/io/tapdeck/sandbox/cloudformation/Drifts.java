package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.Refusals;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackDriftDetectionStatusResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceDriftsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceDriftsResponse;
import software.amazon.awssdk.services.cloudformation.model.DetectStackDriftRequest;
import software.amazon.awssdk.services.cloudformation.model.StackDriftDetectionStatus;
import software.amazon.awssdk.services.cloudformation.model.StackDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDrift;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** The operations that detect drift, and tell what was detected. */
final class Drifts {

    /** User guide, "Considerations when detecting drift": the states in which a stack can be checked. */
    private static final Set<StackStatus> CHECKABLE = Set.of(
            StackStatus.CREATE_COMPLETE,
            StackStatus.UPDATE_COMPLETE,
            StackStatus.UPDATE_ROLLBACK_COMPLETE,
            StackStatus.UPDATE_ROLLBACK_FAILED);

    private final StackEngine engine;
    private final StackDirectory directory;
    private final List<Detection> detections = new ArrayList<>();
    private int applied;

    Drifts(StackEngine engine, StackDirectory directory) {
        this.engine = engine;
        this.directory = directory;
    }

    static boolean differs(Drift drift) {
        return drift.status() == StackResourceDriftStatus.MODIFIED
                || drift.status() == StackResourceDriftStatus.DELETED;
    }

    /** Shows on the stacks what the detections that ended have found. */
    void advanceTo(Instant now) {
        while (applied < detections.size() && !detections.get(applied).isRunning(now)) {
            Detection ended = detections.get(applied++);
            ended.found().forEach((id, drift) -> note(ended.stack(), id, drift));
            ended.stack().driftCheckedAt = Optional.of(ended.ends());
        }
    }

    String detect(DetectStackDriftRequest request, Instant now) {
        SimulatedStack stack = directory.require(request.stackName());
        requireCheckable(stack);
        if (detections.stream().anyMatch(one -> one.stack() == stack && one.isRunning(now))) {
            throw Refusals.validation("Drift detection is already in progress for stack [" + stack.id() + "]");
        }
        List<String> wanted = request.logicalResourceIds();
        Map<String, Drift> found = new LinkedHashMap<>();
        stack.resources.values().stream()
                .filter(resource -> wanted.isEmpty() || wanted.contains(resource.logicalId))
                .forEach(resource -> drift(resource, now).ifPresent(drift -> found.put(resource.logicalId, drift)));
        String seed = stack.id() + "/drift/" + detections.size();
        String id =
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
        Instant last = detections.isEmpty() ? now : detections.getLast().ends();
        Instant end = Detection.end(now, found.size());
        // They end in the order of their beginning.
        detections.add(new Detection(id, stack, found, end.isBefore(last) ? last : end));
        return id;
    }

    DescribeStackDriftDetectionStatusResponse status(String id, Instant now) {
        Detection detection = detections.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusals.validation("Stack drift detection [" + id + "] does not exist"));
        DescribeStackDriftDetectionStatusResponse.Builder status = DescribeStackDriftDetectionStatusResponse.builder()
                .stackId(detection.stack().id())
                .stackDriftDetectionId(id)
                .timestamp(detection.isRunning(now) ? now : detection.ends());
        if (detection.isRunning(now)) {
            return status.detectionStatus(StackDriftDetectionStatus.DETECTION_IN_PROGRESS)
                    .build();
        }
        return status.detectionStatus(StackDriftDetectionStatus.DETECTION_COMPLETE)
                .stackDriftStatus(detection.drifted() > 0 ? StackDriftStatus.DRIFTED : StackDriftStatus.IN_SYNC)
                .driftedStackResourceCount(detection.drifted())
                .build();
    }

    /** What was found for the resources that were checked. */
    DescribeStackResourceDriftsResponse describe(DescribeStackResourceDriftsRequest request) {
        SimulatedStack stack = directory.require(request.stackName());
        List<String> filters = request.stackResourceDriftStatusFiltersAsStrings();
        List<StackResourceDrift> drifts = new ArrayList<>();
        for (SimulatedResource resource : stack.resources.values()) {
            resource.drift
                    .filter(drift ->
                            filters.isEmpty() || filters.contains(drift.status().toString()))
                    .ifPresent(drift -> drifts.add(answer(stack, resource, drift)));
        }
        Page<StackResourceDrift> page = Page.of(drifts, request.nextToken());
        return DescribeStackResourceDriftsResponse.builder()
                .stackResourceDrifts(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    /** Checks one resource, at once. */
    StackResourceDrift detect(String stackName, String logicalId, Instant now) {
        SimulatedStack stack = directory.require(stackName);
        requireCheckable(stack);
        SimulatedResource resource = stack.resources.get(logicalId);
        if (resource == null) {
            throw Refusals.validation("Resource " + logicalId + " does not exist for stack " + stackName);
        }
        Drift drift = drift(resource, now)
                .orElseThrow(() -> Refusals.validation(
                        "Drift detection is not supported for resource [" + logicalId + "] of type " + resource.type));
        note(stack, logicalId, drift);
        return answer(stack, resource, drift);
    }

    private static void requireCheckable(SimulatedStack stack) {
        if (!CHECKABLE.contains(stack.status)) {
            throw Refusals.validation(
                    "Drift detection cannot be performed on stack [" + stack.id() + "] in state " + stack.status);
        }
    }

    /** Nothing for a type that AWS does not check, and for what a continued rollback has skipped. */
    private Optional<Drift> drift(SimulatedResource resource, Instant now) {
        Physical physical = resource.physical;
        if (physical == null
                || !resource.exists()
                || resource.skipped
                || !physical.type().isCheckedForDrift()) {
            return Optional.empty();
        }
        return Optional.of(Drift.of(physical, engine.live(physical), now));
    }

    private static void note(SimulatedStack stack, String logicalId, Drift drift) {
        SimulatedResource resource = stack.resources.get(logicalId);
        if (resource != null) {
            resource.drift = Optional.of(drift);
        }
    }

    private static StackResourceDrift answer(SimulatedStack stack, SimulatedResource resource, Drift drift) {
        return StackResourceDrift.builder()
                .stackId(stack.id())
                .logicalResourceId(resource.logicalId)
                .physicalResourceId(resource.physicalId())
                .resourceType(resource.type)
                .expectedProperties(drift.expected().toString())
                .actualProperties(drift.actual().map(Object::toString).orElse(null))
                .propertyDifferences(drift.status() == StackResourceDriftStatus.DELETED ? null : drift.differences())
                .stackResourceDriftStatus(drift.status())
                .timestamp(drift.at())
                .build();
    }
}
