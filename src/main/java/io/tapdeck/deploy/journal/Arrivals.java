package io.tapdeck.deploy.journal;

import io.tapdeck.aws.AwsFailures;
import io.tapdeck.aws.AwsTexts;
import io.tapdeck.deploy.StackState;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.deploy.stack.StackEvents;
import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * Whether a call whose answer is not known has arrived: then the stack's events carry its token (API reference, StackEvent,
 * ClientRequestToken).
 */
public final class Arrivals {
    private static final Duration POLL = Duration.ofSeconds(2);
    /** How often the events may be older than the stack's state before they are believed. */
    private static final int STALE_READS = 5;
    /** By how much events may seem older than the journal's line before them: an answer's Date has whole seconds only. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final CloudFormationClient client;
    private final Calls calls;
    private final StackEvents events;

    public Arrivals(CloudFormationClient client, Calls calls) {
        this.client = client;
        this.calls = calls;
        this.events = new StackEvents(client);
    }

    /** Whether a stack's events carry a token. */
    private boolean inEvents(String stackId, String token) {
        return has(stackId, event -> token.equals(event.clientRequestToken()));
    }

    /** The same, asked again while something moves the stack: its first event may not be read yet. */
    private boolean told(String stackId, Predicate<StackEvent> wanted) {
        for (int left = STALE_READS; left > 0; left--) {
            if (has(stackId, wanted)) {
                return true;
            }
            if (!moves(stackId)) {
                break;
            }
            calls.pause(POLL);
        }
        // What moved it may have ended between the two questions.
        return has(stackId, wanted);
    }

    private boolean moves(String stackId) {
        return calls.call(() -> Stacks.present(
                        () -> client.describeStacks(request -> request.stackName(stackId)).stacks().stream()
                                .findFirst()))
                .filter(stack -> new StackState(stack.stackStatusAsString()).busy())
                .isPresent();
    }

    private boolean has(String stackId, Predicate<StackEvent> wanted) {
        return calls.call(() -> Stacks.present(() -> Optional.of(events.backTo(wanted, stackId)))).stream()
                .flatMap(List::stream)
                .anyMatch(wanted);
    }

    /**
     * Whether a change set is or was executed under a token. While its execution begins there may be no event yet; it is
     * ours once the events say so, and somebody else's if it ends without.
     */
    private boolean executed(String stackId, String changeSetId, String token) {
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

    /** Whether a call that was announced has arrived: AWS's answer says so, or the stack does. */
    public boolean of(Story.Sent call) {
        if (call.answer() == Kind.ACCEPTED) {
            return true;
        }
        JournalEntry line = call.line();
        String stackId = String.valueOf(line.stackId());
        String token = String.valueOf(line.token());
        if (line.call().equals("CancelUpdateStack")) {
            return told(stackId, turn(line));
        }
        return line.changeSet() == null
                ? told(stackId, event -> token.equals(event.clientRequestToken()))
                : executed(stackId, line.changeSet(), token);
    }

    /** A cancelled update may go on under the update's token, so that its turn is known by what it turns to. */
    public static Predicate<StackEvent> turn(JournalEntry cancelled) {
        Instant since = cancelled.at().minus(SKEW);
        return event -> StackEvents.turnsBack(event) && !event.timestamp().isBefore(since);
    }

    /**
     * How far the execution of a change set is; empty if there is no such change set.
     *
     * @param changeSet its name or ARN
     * @param stack its stack's name or ARN
     */
    public Optional<ExecutionStatus> status(String changeSet, String stack) {
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
