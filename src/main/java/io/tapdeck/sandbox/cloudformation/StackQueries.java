package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.Refusals;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Export;
import software.amazon.awssdk.services.cloudformation.model.ListExportsResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** The operations that read stacks, their events and their resources. */
final class StackQueries {

    private final StackEngine engine;
    private final StackDirectory directory;

    StackQueries(StackEngine engine, StackDirectory directory) {
        this.engine = engine;
        this.directory = directory;
    }

    DescribeStacksResponse stacks(DescribeStacksRequest request) {
        if (request.stackName() != null) {
            return DescribeStacksResponse.builder()
                    .stacks(Descriptions.stack(directory.describe(request.stackName())))
                    .build();
        }
        Page<SimulatedStack> page = Page.of(
                engine.stacks.reversed().stream()
                        .filter(stack -> !stack.isDeleted())
                        .toList(),
                request.nextToken());
        return DescribeStacksResponse.builder()
                .stacks(page.items().stream().map(Descriptions::stack).toList())
                .nextToken(page.nextToken())
                .build();
    }

    ListStacksResponse list(ListStacksRequest request) {
        List<String> filter = request.stackStatusFiltersAsStrings();
        Page<SimulatedStack> page = Page.of(
                engine.stacks.reversed().stream()
                        .filter(stack -> filter.isEmpty() || filter.contains(stack.status.toString()))
                        .toList(),
                request.nextToken());
        return ListStacksResponse.builder()
                .stackSummaries(page.items().stream().map(Descriptions::summary).toList())
                .nextToken(page.nextToken())
                .build();
    }

    DescribeStackEventsResponse events(DescribeStackEventsRequest request) {
        if (request.stackName() == null) {
            throw Refusals.validation("1 validation error detected: Value null at 'stackName' failed to satisfy"
                    + " constraint: Member must not be null");
        }
        Page<StackEvent> page =
                Page.of(directory.require(request.stackName()).events.reversed(), request.nextToken());
        return DescribeStackEventsResponse.builder()
                .stackEvents(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    DescribeStackResourceResponse resource(DescribeStackResourceRequest request) {
        SimulatedStack stack = resourceOwner(request.stackName());
        SimulatedResource resource = stack.resources.get(request.logicalResourceId());
        if (resource == null) {
            throw Refusals.validation(
                    "Resource " + request.logicalResourceId() + " does not exist for stack " + request.stackName());
        }
        return DescribeStackResourceResponse.builder()
                .stackResourceDetail(ResourceDescriptions.detail(stack, resource))
                .build();
    }

    DescribeStackResourcesResponse resources(DescribeStackResourcesRequest request) {
        SimulatedStack stack = request.stackName() == null
                ? ownerOf(request.physicalResourceId())
                : resourceOwner(request.stackName());
        String wanted = request.logicalResourceId();
        return DescribeStackResourcesResponse.builder()
                .stackResources(stack.resources.values().stream()
                        .filter(resource -> wanted == null || resource.logicalId.equals(wanted))
                        .map(resource -> ResourceDescriptions.resource(stack, resource))
                        .toList())
                .build();
    }

    ListStackResourcesResponse listResources(ListStackResourcesRequest request) {
        SimulatedStack stack = resourceOwner(request.stackName());
        Page<SimulatedResource> page = Page.of(List.copyOf(stack.resources.values()), request.nextToken());
        return ListStackResourcesResponse.builder()
                .stackResourceSummaries(
                        page.items().stream().map(ResourceDescriptions::summary).toList())
                .nextToken(page.nextToken())
                .build();
    }

    ListExportsResponse exports(@Nullable String nextToken) {
        Page<Export> page = Page.of(engine.exports(), nextToken);
        return ListExportsResponse.builder()
                .exports(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private SimulatedStack resourceOwner(String nameOrId) {
        return directory
                .find(nameOrId)
                .orElseThrow(() -> Refusals.validation("Stack '" + nameOrId + "' does not exist"));
    }

    private SimulatedStack ownerOf(@Nullable String physicalId) {
        return engine.stacks.stream()
                .filter(stack -> stack.resources.values().stream()
                        .anyMatch(one -> one.exists() && one.physicalId().equals(physicalId)))
                .findFirst()
                .orElseThrow(() -> Refusals.validation("Stack for " + physicalId + " does not exist"));
    }
}
