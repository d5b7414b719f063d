package io.tapdeck.sandbox.cloudformation;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDetail;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftInformation;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftInformationSummary;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** Resources as the operations answer them. */
final class ResourceDescriptions {

    private ResourceDescriptions() {}

    static StackResource resource(SimulatedStack stack, SimulatedResource resource) {
        return StackResource.builder()
                .stackId(stack.id())
                .stackName(stack.name())
                .logicalResourceId(resource.logicalId)
                .physicalResourceId(empty(resource.physicalId()))
                .resourceType(resource.type)
                .timestamp(resource.changed)
                .resourceStatus(resource.status)
                .resourceStatusReason(empty(resource.reason))
                .driftInformation(drift(resource))
                .build();
    }

    static StackResourceSummary summary(SimulatedResource resource) {
        return StackResourceSummary.builder()
                .logicalResourceId(resource.logicalId)
                .physicalResourceId(empty(resource.physicalId()))
                .resourceType(resource.type)
                .lastUpdatedTimestamp(resource.changed)
                .resourceStatus(resource.status)
                .resourceStatusReason(empty(resource.reason))
                .driftInformation(StackResourceDriftInformationSummary.builder()
                        .stackResourceDriftStatus(driftStatus(resource))
                        .lastCheckTimestamp(resource.drift.map(Drift::at).orElse(null))
                        .build())
                .build();
    }

    static StackResourceDetail detail(SimulatedStack stack, SimulatedResource resource) {
        Physical physical = resource.physical;
        String metadata =
                physical == null ? "" : physical.definition().metadata().toString();
        return StackResourceDetail.builder()
                .stackId(stack.id())
                .stackName(stack.name())
                .logicalResourceId(resource.logicalId)
                .physicalResourceId(empty(resource.physicalId()))
                .resourceType(resource.type)
                .lastUpdatedTimestamp(resource.changed)
                .resourceStatus(resource.status)
                .resourceStatusReason(empty(resource.reason))
                .metadata(metadata.isEmpty() ? "{}" : metadata)
                .driftInformation(drift(resource))
                .build();
    }

    private static StackResourceDriftInformation drift(SimulatedResource resource) {
        return StackResourceDriftInformation.builder()
                .stackResourceDriftStatus(driftStatus(resource))
                .lastCheckTimestamp(resource.drift.map(Drift::at).orElse(null))
                .build();
    }

    private static StackResourceDriftStatus driftStatus(SimulatedResource resource) {
        return resource.drift.map(Drift::status).orElse(StackResourceDriftStatus.NOT_CHECKED);
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}
