package io.tapdeck.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** The stacks of one account and region full of environments, each with its tags and outputs; nothing changes. */
final class FleetCloudFormation implements CloudFormationClient {
    private final List<Stack> stacks = new ArrayList<>();
    private final List<Watched> environments;

    FleetCloudFormation(List<Watched> environments) {
        this.environments = environments;
        environments.forEach(environment -> stacks.add(stack(environment)));
    }

    private static Stack stack(Watched environment) {
        String name = environment.stackName();
        return Stack.builder()
                .stackName(name)
                .stackId("arn:aws:cloudformation:%s:%s:stack/%s/1"
                        .formatted(environment.region(), environment.account(), name))
                .stackStatus(StackStatus.CREATE_COMPLETE)
                .creationTime(Instant.EPOCH)
                .tags(
                        Tag.builder()
                                .key("tapdeck:blueprint")
                                .value("aurora-mysql")
                                .build(),
                        Tag.builder()
                                .key("tapdeck:suffix")
                                .value(name.substring(name.lastIndexOf('-') + 1))
                                .build())
                .outputs(environment.blueprint().outputs().stream()
                        .map(output -> Output.builder()
                                .outputKey(output.key())
                                .outputValue(name + "." + output.key())
                                .description(output.title())
                                .build())
                        .toList())
                .build();
    }

    @Override
    public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
        return DescribeStacksResponse.builder().stacks(stacks).build();
    }

    @Override
    public ListStackResourcesResponse listStackResources(ListStackResourcesRequest request) {
        return ListStackResourcesResponse.builder()
                .stackResourceSummaries(environments.stream()
                        .filter(environment -> request.stackName().contains("/" + environment.stackName() + "/"))
                        .flatMap(environment -> environment.resources().stream())
                        .map(resource -> StackResourceSummary.builder()
                                .logicalResourceId(resource.logicalId())
                                .resourceType(resource.resourceType())
                                .physicalResourceId(resource.physicalId())
                                .resourceStatus("CREATE_COMPLETE")
                                .lastUpdatedTimestamp(Instant.EPOCH)
                                .build())
                        .toList())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
