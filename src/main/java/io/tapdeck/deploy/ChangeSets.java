package io.tapdeck.deploy;

import io.tapdeck.aws.AwsFailures;
import io.tapdeck.aws.AwsTexts;
import io.tapdeck.synth.StackTemplate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Makes change sets and removes them. */
final class ChangeSets {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final CloudFormationClient client;
    private final Calls calls;
    private final Stacks stacks;

    ChangeSets(CloudFormationClient client, Calls calls, Stacks stacks) {
        this.client = client;
        this.calls = calls;
        this.stacks = stacks;
    }

    /**
     * A change set that can be read.
     *
     * @param changes whether there is anything in it; one without changes is already deleted
     */
    record Made(String id, String name, String stackId, DescribeChangeSetResponse description, boolean changes) {}

    /**
     * What a change set is made of.
     *
     * @param parameters values by name
     * @param tags all of the stack's
     * @param serviceRole the role that CloudFormation takes on; null for the one that the stack has, if any
     * @param creation whether it creates the stack
     */
    record Order(
            StackTemplate template,
            Map<String, String> parameters,
            Map<String, String> tags,
            @Nullable String serviceRole,
            boolean creation) {}

    /**
     * Makes a change set and waits until AWS has analysed it.
     *
     * @throws DeployException with AWS's reason if it comes to nothing
     */
    Made make(Order order) {
        UUID unique = UUID.randomUUID();
        // A name of its own: a change set of the same name would be refused, also one of another administrator.
        String name = RequestTokens.changeSetName(unique);
        calls.call(() -> create(order, name, unique.toString()));
        DescribeChangeSetResponse description = analysed(order.template().stackName(), name);
        Made made = new Made(description.changeSetId(), name, description.stackId(), description, true);
        if (description.status() == ChangeSetStatus.CREATE_COMPLETE) {
            return made;
        }
        discard(made.id(), made.stackId());
        String reason = description.statusReason() == null ? "no reason given" : description.statusReason();
        if (AwsTexts.saysNoChanges(reason)) {
            return new Made(made.id(), name, made.stackId(), description, false);
        }
        throw new DeployException(
                "CloudFormation refuses the change set: " + reason, "Mend what it names, then review again.");
    }

    private Object create(Order order, String name, String token) {
        try {
            return client.createChangeSet(request -> request.stackName(
                            order.template().stackName())
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
                    .clientToken(token));
        } catch (AlreadyExistsException e) {
            return name; // The name is unique, so an earlier try arrived and only its answer was lost.
        }
    }

    private DescribeChangeSetResponse analysed(String stackName, String name) {
        while (true) {
            DescribeChangeSetResponse description = calls.call(() -> client.describeChangeSet(
                    request -> request.stackName(stackName).changeSetName(name)));
            ChangeSetStatus status = description.status();
            if (status == ChangeSetStatus.CREATE_COMPLETE || status == ChangeSetStatus.FAILED) {
                return description;
            }
            calls.pause(POLL);
        }
    }

    /** Deletes a change set, and its stack if nothing but change sets was ever in it and this was the last. */
    void discard(String changeSetId, String stackId) {
        calls.call(() -> {
            try {
                return Optional.of(client.deleteChangeSet(request -> request.changeSetName(changeSetId)));
            } catch (CloudFormationException e) {
                return gone(e);
            }
        });
        Optional<Stack> stack = stacks.find(stackId);
        if (stack.isPresent() && stack.get().stackStatusAsString().equals("REVIEW_IN_PROGRESS")) {
            boolean others =
                    calls.call(() -> client.listChangeSets(request -> request.stackName(stackId))).summaries().stream()
                            .anyMatch(other -> !changeSetId.equals(other.changeSetId()));
            if (!others) {
                stacks.removeEmpty(stackId, RequestTokens.of("discard"));
            }
        }
    }

    private static Optional<Object> gone(CloudFormationException e) {
        boolean gone = AwsFailures.code(e).equals(AwsTexts.CHANGE_SET_NOT_FOUND)
                || (AwsFailures.code(e).equals(AwsTexts.VALIDATION_ERROR)
                        && AwsTexts.saysNoSuchStack(AwsFailures.words(e)));
        if (gone) {
            return Optional.empty();
        }
        throw e;
    }

    /**
     * Executes a change set. An answer that is lost on the way is asked for again with the same token, so it runs once.
     *
     * @throws DeployException if AWS refuses
     */
    void execute(StackReview review, String token) {
        try {
            calls.raw(() -> client.executeChangeSet(
                    request -> request.changeSetName(review.changeSetId()).clientRequestToken(token)));
        } catch (CloudFormationException e) {
            if (!AwsFailures.code(e).equals(AwsTexts.INVALID_CHANGE_SET_STATUS) || !arrived(review.stackId(), token)) {
                throw calls.explain(e);
            }
        } catch (SdkException e) {
            throw calls.explain(e);
        }
    }

    /** Whether an earlier try was accepted: then the stack's newest events carry our token. */
    private boolean arrived(String stackId, String token) {
        return calls
                .call(() -> client.describeStackEvents(request -> request.stackName(stackId)))
                .stackEvents()
                .stream()
                .anyMatch(event -> token.equals(event.clientRequestToken()));
    }
}
