package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapdeck.sandbox.cloudformation.changes.ChangeAnalysis;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.AfterValueFrom;
import software.amazon.awssdk.services.cloudformation.model.BeforeValueFrom;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.PropertyDifference;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;

/** Says in the changes of a change set that reverts drift what had drifted (API reference, "ResourceChange"). */
final class DriftedChanges {
    private final StackEngine engine;
    private final SimulatedStack stack;
    private final Instant now;

    DriftedChanges(StackEngine engine, SimulatedStack stack, Instant now) {
        this.engine = engine;
        this.stack = stack;
        this.now = now;
    }

    /** The same changes, each with the drift of its resource. */
    ChangeAnalysis.Result mark(ChangeAnalysis.Result result) {
        return new ChangeAnalysis.Result(
                result.changes().stream().map(this::mark).toList(), result.warnings());
    }

    private Change mark(Change change) {
        ResourceChange of = change.resourceChange();
        SimulatedResource resource = stack.resources.get(of.logicalResourceId());
        Physical physical = resource == null || !resource.exists() ? null : resource.physical;
        if (physical == null) {
            return change;
        }
        Drift drift = Drift.of(physical, engine.live(physical), now);
        Map<String, PropertyDifference> byPath = drift.differences().stream()
                .collect(
                        Collectors.toMap(difference -> "/Properties" + difference.propertyPath(), Function.identity()));
        List<ResourceChangeDetail> details =
                of.details().stream().map(detail -> mark(detail, byPath)).toList();
        return change.toBuilder()
                .resourceChange(of.toBuilder()
                        .resourceDriftStatus(drift.status())
                        .previousDeploymentContext(JsonNodeFactory.instance
                                .objectNode()
                                .set("Properties", physical.shown())
                                .toString())
                        .details(details)
                        .build())
                .build();
    }

    private ResourceChangeDetail mark(ResourceChangeDetail detail, Map<String, PropertyDifference> byPath) {
        PropertyDifference difference =
                byPath.get(String.valueOf(detail.target().path()));
        if (difference == null) {
            return detail;
        }
        return detail.toBuilder()
                .target(detail.target().toBuilder()
                        .beforeValueFrom(BeforeValueFrom.ACTUAL_STATE)
                        .afterValueFrom(AfterValueFrom.TEMPLATE)
                        .drift(live -> live.previousValue(difference.expectedValue())
                                .actualValue(difference.actualValue())
                                .driftDetectionTimestamp(now))
                        .build())
                .build();
    }
}
