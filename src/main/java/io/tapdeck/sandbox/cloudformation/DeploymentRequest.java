package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.ParameterValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeploymentMode;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.RollbackConfiguration;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;

/**
 * What CreateStack, UpdateStack and CreateChangeSet have in common. Lists that an update leaves out are absent: it keeps
 * what the stack has.
 *
 * @param onFailure what a failed creation does
 * @param disableRollback whether a failure pauses the stack as it is
 * @param revertsDrift whether it brings back what was changed outside of CloudFormation
 * @param retainExceptOnCreate whether a rollback deletes new resources even where their policy is to retain them
 */
record DeploymentRequest(
        @Nullable String templateBody,
        @Nullable String templateUrl,
        boolean usePreviousTemplate,
        List<ParameterValues.Given> parameters,
        List<String> capabilities,
        Optional<Map<String, String>> tags,
        Optional<List<String>> notificationArns,
        Optional<RollbackConfiguration> rollbackConfiguration,
        List<String> resourceTypes,
        String roleArn,
        OnStackFailure onFailure,
        boolean disableRollback,
        boolean retainExceptOnCreate,
        boolean revertsDrift,
        Optional<String> description) {

    static DeploymentRequest of(CreateChangeSetRequest request) {
        return new DeploymentRequest(
                request.templateBody(),
                request.templateURL(),
                Boolean.TRUE.equals(request.usePreviousTemplate()),
                given(request.parameters()),
                List.copyOf(request.capabilitiesAsStrings()),
                request.hasTags() ? Optional.of(tags(request.tags())) : Optional.empty(),
                request.hasNotificationARNs() ? Optional.of(List.copyOf(request.notificationARNs())) : Optional.empty(),
                Optional.ofNullable(request.rollbackConfiguration()),
                List.copyOf(request.resourceTypes()),
                text(request.roleARN()),
                request.onStackFailure() == null ? OnStackFailure.ROLLBACK : request.onStackFailure(),
                request.onStackFailure() == OnStackFailure.DO_NOTHING,
                false,
                request.deploymentMode() == DeploymentMode.REVERT_DRIFT,
                Optional.ofNullable(request.description()));
    }

    static DeploymentRequest of(CreateStackRequest request) {
        OnStackFailure onFailure = onFailure(request.onFailure(), Boolean.TRUE.equals(request.disableRollback()));
        return new DeploymentRequest(
                request.templateBody(),
                request.templateURL(),
                false,
                given(request.parameters()),
                List.copyOf(request.capabilitiesAsStrings()),
                Optional.of(tags(request.tags())),
                Optional.of(List.copyOf(request.notificationARNs())),
                Optional.ofNullable(request.rollbackConfiguration()),
                List.copyOf(request.resourceTypes()),
                text(request.roleARN()),
                onFailure,
                onFailure == OnStackFailure.DO_NOTHING,
                Boolean.TRUE.equals(request.retainExceptOnCreate()),
                false,
                Optional.empty());
    }

    static DeploymentRequest of(UpdateStackRequest request) {
        return new DeploymentRequest(
                request.templateBody(),
                request.templateURL(),
                Boolean.TRUE.equals(request.usePreviousTemplate()),
                given(request.parameters()),
                List.copyOf(request.capabilitiesAsStrings()),
                request.hasTags() ? Optional.of(tags(request.tags())) : Optional.empty(),
                request.hasNotificationARNs() ? Optional.of(List.copyOf(request.notificationARNs())) : Optional.empty(),
                Optional.ofNullable(request.rollbackConfiguration()),
                List.copyOf(request.resourceTypes()),
                text(request.roleARN()),
                OnStackFailure.ROLLBACK,
                Boolean.TRUE.equals(request.disableRollback()),
                Boolean.TRUE.equals(request.retainExceptOnCreate()),
                false,
                Optional.empty());
    }

    /** The request of a change set with the options of its execution. */
    DeploymentRequest executedBy(ExecuteChangeSetRequest execution) {
        return new DeploymentRequest(
                templateBody,
                templateUrl,
                usePreviousTemplate,
                parameters,
                capabilities,
                tags,
                notificationArns,
                rollbackConfiguration,
                resourceTypes,
                roleArn,
                onFailure,
                disableRollback || Boolean.TRUE.equals(execution.disableRollback()),
                Boolean.TRUE.equals(execution.retainExceptOnCreate()),
                revertsDrift,
                description);
    }

    private static OnStackFailure onFailure(@Nullable OnFailure onFailure, boolean disableRollback) {
        if (onFailure == null) {
            return disableRollback ? OnStackFailure.DO_NOTHING : OnStackFailure.ROLLBACK;
        }
        return OnStackFailure.fromValue(onFailure.toString());
    }

    private static List<ParameterValues.Given> given(List<Parameter> parameters) {
        return parameters.stream()
                .map(one -> new ParameterValues.Given(
                        one.parameterKey(),
                        Boolean.TRUE.equals(one.usePreviousValue())
                                ? Optional.empty()
                                : Optional.ofNullable(one.parameterValue())))
                .toList();
    }

    private static Map<String, String> tags(List<Tag> tags) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
