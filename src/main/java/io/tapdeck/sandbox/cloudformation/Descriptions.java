package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.changes.ChangeAnalysis;
import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.DeploymentMode;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.RollbackConfiguration;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackDriftInformation;
import software.amazon.awssdk.services.cloudformation.model.StackDriftInformationSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.StackSummary;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Stacks and change sets as the operations answer them, with the members that AWS leaves out in each state. */
final class Descriptions {

    private static final String WARNING =
            "[WARN] --include-property-values option can return incomplete ChangeSet data because: ";

    private Descriptions() {}

    static Stack stack(SimulatedStack stack) {
        // A shell that only a change set stands in shows nothing of the template, and a deleted stack no protection.
        boolean review = stack.status == StackStatus.REVIEW_IN_PROGRESS;
        BoundTemplate template = stack.template;
        List<Parameter> parameters = review ? List.of() : parameters(template);
        return Stack.builder()
                .stackId(stack.id())
                .stackName(stack.name())
                .changeSetId(empty(stack.changeSetId))
                .description(template == null ? null : empty(template.template().description()))
                .parameters(parameters.isEmpty() ? null : parameters)
                .creationTime(stack.created)
                .deletionTime(stack.deleted)
                .lastUpdatedTime(stack.updated)
                .rollbackConfiguration(stack.rollbackConfiguration)
                .stackStatus(stack.status)
                .stackStatusReason(empty(stack.statusReason))
                .disableRollback(stack.disableRollback)
                .notificationARNs(stack.notificationArns)
                .capabilitiesWithStrings(stack.capabilities.isEmpty() ? null : stack.capabilities)
                .outputs(stack.outputs.isEmpty() ? null : stack.outputs)
                .roleARN(empty(stack.roleArn))
                .tags(tags(stack.tags))
                .enableTerminationProtection(stack.isDeleted() ? null : stack.terminationProtection)
                .retainExceptOnCreate(stack.retainExceptOnCreate ? true : null)
                .deletionMode(stack.deletionMode.orElse(null))
                .driftInformation(StackDriftInformation.builder()
                        .stackDriftStatus(stack.driftStatus())
                        .lastCheckTimestamp(stack.driftCheckedAt.orElse(null))
                        .build())
                .build();
    }

    static StackSummary summary(SimulatedStack stack) {
        BoundTemplate template = stack.template;
        return StackSummary.builder()
                .stackId(stack.id())
                .stackName(stack.name())
                .templateDescription(
                        template == null ? null : empty(template.template().description()))
                .creationTime(stack.created)
                .lastUpdatedTime(stack.updated)
                .deletionTime(stack.deleted)
                .stackStatus(stack.status)
                .stackStatusReason(empty(stack.statusReason))
                .driftInformation(StackDriftInformationSummary.builder()
                        .stackDriftStatus(stack.driftStatus())
                        .lastCheckTimestamp(stack.driftCheckedAt.orElse(null))
                        .build())
                .build();
    }

    static DescribeChangeSetResponse changeSet(
            SimulatedStack stack,
            SimulatedChangeSet changeSet,
            boolean withValues,
            @Nullable String nextToken,
            Instant now) {
        ChangeSetStatus status = changeSet.status(now);
        ChangeAnalysis.Result result = withValues ? changeSet.changesWithValues : changeSet.changes;
        boolean known = status == ChangeSetStatus.CREATE_COMPLETE;
        Page<Change> page = Page.of(known ? result.changes() : List.of(), nextToken);
        List<Parameter> parameters = parameters(changeSet.template);
        List<Tag> tags = tags(changeSet.request.tags().orElse(Map.of()));
        return DescribeChangeSetResponse.builder()
                .changeSetId(changeSet.id)
                .changeSetName(changeSet.name)
                .stackId(stack.id())
                .stackName(stack.name())
                .description(changeSet.request.description().orElse(null))
                .parameters(parameters.isEmpty() ? null : parameters)
                .creationTime(changeSet.created)
                .executionStatus(changeSet.executionStatus(now))
                .status(status)
                .statusReason(reason(changeSet, status, result))
                .notificationARNs(changeSet.request.notificationArns().orElse(List.of()))
                .rollbackConfiguration(changeSet
                        .request
                        .rollbackConfiguration()
                        .orElseGet(() -> RollbackConfiguration.builder().build()))
                .capabilitiesWithStrings(changeSet.request.capabilities())
                .tags(tags.isEmpty() ? null : tags)
                .changes(page.items())
                .nextToken(page.nextToken())
                .includeNestedStacks(false)
                .deploymentMode(changeSet.request.revertsDrift() ? DeploymentMode.REVERT_DRIFT : null)
                .build();
    }

    static ChangeSetSummary summary(SimulatedStack stack, SimulatedChangeSet changeSet, Instant now) {
        ChangeSetStatus status = changeSet.status(now);
        return ChangeSetSummary.builder()
                .stackId(stack.id())
                .stackName(stack.name())
                .changeSetId(changeSet.id)
                .changeSetName(changeSet.name)
                .description(changeSet.request.description().orElse(null))
                .executionStatus(changeSet.executionStatus(now))
                .status(status)
                .statusReason(reason(changeSet, status, changeSet.changes))
                .creationTime(changeSet.created)
                .includeNestedStacks(false)
                .build();
    }

    private static @Nullable String reason(
            SimulatedChangeSet changeSet, ChangeSetStatus status, ChangeAnalysis.Result result) {
        if (status == ChangeSetStatus.FAILED) {
            return changeSet.failure();
        }
        return status != ChangeSetStatus.CREATE_COMPLETE || result.warnings().isEmpty()
                ? null
                : WARNING + String.join(", ", result.warnings());
    }

    private static List<Parameter> parameters(@Nullable BoundTemplate template) {
        if (template == null) {
            return List.of();
        }
        return template.parameters().values().entrySet().stream()
                .map(one -> {
                    var definition = template.template().parameters().get(one.getKey());
                    boolean masked = definition != null && definition.noEcho();
                    boolean ssm = definition != null && definition.isSsmValue();
                    return Parameter.builder()
                            .parameterKey(one.getKey())
                            .parameterValue(masked ? "****" : one.getValue().raw())
                            .resolvedValue(ssm ? one.getValue().resolved() : null)
                            .build();
                })
                .toList();
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}
