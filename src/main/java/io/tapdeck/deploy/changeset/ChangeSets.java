package io.tapdeck.deploy.changeset;

import io.tapdeck.aws.AwsTexts;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Preflight.Check;
import io.tapdeck.deploy.RollbackTriggers;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.journal.StackWrites;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.deploy.stack.RequestTokens;
import io.tapdeck.deploy.stack.Shells;
import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.synth.StackTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeploymentMode;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.RollbackConfiguration;
import software.amazon.awssdk.services.cloudformation.model.RollbackTrigger;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Makes change sets and removes them. */
public final class ChangeSets {
    private static final Set<ChangeSetStatus> BEING_MADE =
            Set.of(ChangeSetStatus.CREATE_PENDING, ChangeSetStatus.CREATE_IN_PROGRESS);

    private static final Duration POLL = Duration.ofSeconds(1);
    /** How often a read may be older than the write before it, before it is believed. */
    private static final int STALE_READS = 10;

    private final CloudFormationClient client;
    private final Calls calls;
    private final Stacks stacks;
    private final StackWrites writes;
    private final ValidationEvents validationEvents;

    public ChangeSets(CloudFormationClient client, Calls calls, Stacks stacks, StackWrites writes) {
        this.client = client;
        this.calls = calls;
        this.stacks = stacks;
        this.writes = writes;
        this.validationEvents = new ValidationEvents(client, calls);
    }

    /**
     * A change set that can be read.
     *
     * @param changes whether there is anything in it; one without changes is already deleted
     */
    public record Made(
            String id, String name, String stackId, DescribeChangeSetResponse description, boolean changes) {}

    /**
     * What a change set is made of.
     *
     * @param parameters values by name
     * @param tags all of the stack's
     * @param serviceRole the role that CloudFormation takes on; null for the one that the stack has, if any
     * @param creation whether it creates the stack
     * @param rollback the alarms that roll an update back
     */
    public record Order(
            StackTemplate template,
            Map<String, String> parameters,
            Map<String, String> tags,
            @Nullable String serviceRole,
            boolean creation,
            RollbackTriggers rollback) {}

    /**
     * Makes a change set and waits until AWS has analysed it.
     *
     * @throws DeployException with AWS's reason if it comes to nothing
     */
    public Made make(Undertaking undertaking, Order order) {
        UUID unique = UUID.randomUUID();
        // A name of its own: a change set of the same name would be refused, also one of another administrator.
        String name = RequestTokens.changeSetName(unique);
        return made(undertaking, request(order, name, unique.toString()));
    }

    /**
     * Makes a change set that brings a stack back to its template, and waits until AWS has analysed it.
     *
     * @throws DeployException with AWS's reason if it comes to nothing
     */
    public Made revert(Undertaking undertaking, Stack stack) {
        UUID unique = UUID.randomUUID();
        return made(
                undertaking,
                CreateChangeSetRequest.builder()
                        .stackName(stack.stackName())
                        .changeSetName(RequestTokens.changeSetName(unique))
                        .changeSetType(ChangeSetType.UPDATE)
                        .deploymentMode(DeploymentMode.REVERT_DRIFT)
                        .usePreviousTemplate(true)
                        .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_NAMED_IAM)
                        .parameters(stack.parameters().stream()
                                .map(parameter -> Parameter.builder()
                                        .parameterKey(parameter.parameterKey())
                                        .usePreviousValue(true)
                                        .build())
                                .toList())
                        .tags(stack.tags().stream()
                                .filter(tag -> !tag.key().startsWith("aws:"))
                                .toList())
                        .rollbackConfiguration(triggers(RollbackTriggers.NONE))
                        .clientToken(unique.toString())
                        .build());
    }

    private Made made(Undertaking undertaking, CreateChangeSetRequest request) {
        String name = request.changeSetName();
        writes.createChangeSet(undertaking, request);
        DescribeChangeSetResponse description = analysed(request.stackName(), name);
        Made made = new Made(description.changeSetId(), name, description.stackId(), description, true);
        if (description.status() == ChangeSetStatus.CREATE_COMPLETE) {
            return made;
        }
        List<String> failures = validationEvents.failures(made.id());
        discard(undertaking, made.id(), made.stackId());
        String reason = description.statusReason() == null ? "no reason given" : description.statusReason();
        if (AwsTexts.saysNoChanges(reason)) {
            return new Made(made.id(), name, made.stackId(), description, false);
        }
        throw new DeployException(
                Stream.concat(Stream.of("CloudFormation refuses the change set: " + reason), failures.stream())
                        .collect(Collectors.joining(" ")),
                "Mend what it names, then review again.");
    }

    /** What CloudFormation's own validation says of a change set that was made. */
    public List<Check> validation(String changeSetId) {
        return validationEvents.of(changeSetId);
    }

    private static CreateChangeSetRequest request(Order order, String name, String token) {
        return CreateChangeSetRequest.builder()
                .stackName(order.template().stackName())
                .changeSetName(name)
                .changeSetType(order.creation() ? ChangeSetType.CREATE : ChangeSetType.UPDATE)
                .templateBody(order.template().body())
                .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_NAMED_IAM)
                .parameters(order.parameters().entrySet().stream()
                        .map(one -> Parameter.builder()
                                .parameterKey(one.getKey())
                                .parameterValue(one.getValue())
                                .build())
                        .toList())
                .tags(order.tags().entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .roleARN(order.serviceRole())
                .rollbackConfiguration(order.creation() ? null : triggers(order.rollback()))
                .clientToken(token)
                .build();
    }

    /** Always a list, if an empty one: without it those of an earlier update persist (user guide, as RollbackTriggers). */
    private static RollbackConfiguration triggers(RollbackTriggers rollback) {
        return RollbackConfiguration.builder()
                .monitoringTimeInMinutes((int) rollback.watchTime().toMinutes())
                .rollbackTriggers(rollback.alarms().stream()
                        .map(alarm -> RollbackTrigger.builder()
                                .arn(alarm.arn())
                                .type(alarm.type())
                                .build())
                        .toList())
                .build();
    }

    private DescribeChangeSetResponse analysed(String stackName, String name) {
        while (true) {
            DescribeChangeSetResponse description = calls.fresh(() -> client.describeChangeSet(
                    request -> request.stackName(stackName).changeSetName(name)));
            // Any other is an end: one whose deletion has begun or has failed is never made any more.
            if (!BEING_MADE.contains(description.status())) {
                return description;
            }
            calls.pause(POLL);
        }
    }

    /** The stack of a change set that was read just now; a read of the stack may still be of before both were made. */
    private Optional<Stack> made(String stackId) {
        for (int left = STALE_READS; ; left--) {
            Optional<Stack> stack = stacks.find(stackId);
            if (stack.isPresent() || left == 0) {
                return stack;
            }
            calls.pause(POLL);
        }
    }

    /** Deletes a change set, and its stack if nothing but change sets was ever in it and this was the last. */
    public void discard(Undertaking undertaking, String changeSetId, String stackId) {
        writes.deleteChangeSet(undertaking, changeSetId, stackId);
        made(stackId).filter(Shells::is).ifPresent(_ -> removeShell(undertaking, stackId, changeSetId));
    }

    /** {@link #discard(Undertaking, String, String)} for one of which only the names are known; it has been there just now. */
    public void discardNamed(Undertaking undertaking, String changeSetName, String stackName) {
        DescribeChangeSetResponse description = analysed(stackName, changeSetName);
        discard(undertaking, description.changeSetId(), description.stackId());
    }

    /** Deletes a stack that only ever held change sets, unless another waits in it than the one that is gone. */
    public void removeShell(Undertaking undertaking, String stackId, String gone) {
        boolean others =
                calls.call(() -> client.listChangeSets(request -> request.stackName(stackId))).summaries().stream()
                        .anyMatch(other -> !gone.equals(other.changeSetId()) && !gone.equals(other.changeSetName()));
        if (!others) {
            removeEmpty(undertaking, stackId, RequestTokens.of("discard"));
        }
    }

    /**
     * Deletes a stack that holds nothing and waits until it is gone. By its id, so that no newer stack of the same name
     * can be meant.
     */
    public void removeEmpty(Undertaking undertaking, String stackId, String token) {
        writes.deleteStack(
                undertaking,
                DeleteStackRequest.builder()
                        .stackName(stackId)
                        .clientRequestToken(token)
                        .build());
        while (true) {
            String status = stacks.find(stackId).map(Stack::stackStatusAsString).orElse("DELETE_COMPLETE");
            if (status.equals("DELETE_COMPLETE")) {
                return;
            }
            if (status.equals("DELETE_FAILED")) {
                throw new DeployException(
                        "What is left of a failed creation cannot be deleted.",
                        "Look at the stack's events in the AWS console, then delete it there.");
            }
            calls.pause(POLL);
        }
    }
}
