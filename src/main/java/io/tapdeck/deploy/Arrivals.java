package io.tapdeck.deploy;

import io.tapdeck.aws.AwsFailures;
import io.tapdeck.aws.AwsTexts;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;

/**
 * Whether a call whose answer is not known has arrived: then the stack's events carry its token (API reference, StackEvent,
 * ClientRequestToken).
 */
final class Arrivals {
    private static final Duration POLL = Duration.ofSeconds(2);

    private final CloudFormationClient client;
    private final Calls calls;
    private final StackEvents events;

    Arrivals(CloudFormationClient client, Calls calls) {
        this.client = client;
        this.calls = calls;
        this.events = new StackEvents(client);
    }

    /** Whether a stack's events carry a token. */
    boolean inEvents(String stackId, String token) {
        return calls
                .call(() -> Stacks.present(
                        () -> Optional.of(events.backTo(event -> token.equals(event.clientRequestToken()), stackId))))
                .stream()
                .flatMap(read -> read.stream())
                .anyMatch(event -> token.equals(event.clientRequestToken()));
    }

    /**
     * Whether a change set is or was executed under a token. While its execution begins there may be no event yet; it is
     * ours once the events say so, and somebody else's if it ends without.
     */
    boolean executed(String stackId, String changeSetId, String token) {
        while (!inEvents(stackId, token)) {
            if (status(changeSetId, stackId)
                    .filter(ExecutionStatus.EXECUTE_IN_PROGRESS::equals)
                    .isEmpty()) {
                // The execution may have ended between the two questions.
                return inEvents(stackId, token);
            }
            calls.pause(POLL);
        }
        return true;
    }

    /**
     * How far the execution of a change set is; empty if there is no such change set.
     *
     * @param changeSet its name or ARN
     * @param stack its stack's name or ARN
     */
    Optional<ExecutionStatus> status(String changeSet, String stack) {
        return calls.call(() -> {
            try {
                return Optional.of(client.describeChangeSet(
                                request -> request.changeSetName(changeSet).stackName(stack))
                        .executionStatus());
            } catch (CloudFormationException e) {
                if (AwsFailures.code(e).equals(AwsTexts.CHANGE_SET_NOT_FOUND)
                        || AwsTexts.saysNoSuchStack(AwsFailures.words(e))) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }
}
