package io.tapdeck.deploy.journal;

import io.tapdeck.aws.AwsFailures;
import io.tapdeck.aws.AwsTexts;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.journal.Logbook.Call;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.deploy.stack.StackArn;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.RollbackStackRequest;

/**
 * Every call that changes something in an account, and nothing else: identity checked, announced in the journal, sent with
 * patience under one token, its answer written down. An answer that never comes leaves the announcement open; the next start
 * asks AWS what became of it.
 */
public final class StackWrites {
    public static final String TERMINATION_PROTECTION = "UpdateTerminationProtection";

    /** Of S3: the one call that no stack tells of. */
    public static final String DELETE_OBJECTS = "DeleteObjects";

    private final CloudFormationClient client;
    private final Calls calls;
    private final Logbook logbook;
    private final Arrivals arrivals;

    public StackWrites(CloudFormationClient client, Calls calls, Logbook logbook) {
        this.client = client;
        this.calls = calls;
        this.logbook = logbook;
        this.arrivals = new Arrivals(client, calls);
    }

    /** Makes a change set; its name is unlike any other, so one that exists is an earlier try whose answer was lost. */
    public void createChangeSet(Undertaking undertaking, CreateChangeSetRequest request) {
        write(
                undertaking,
                new Call("CreateChangeSet", request.stackName(), null, request.clientToken(), request.changeSetName()),
                () -> client.createChangeSet(request),
                (refusal, _) -> refusal instanceof AlreadyExistsException);
    }

    /** Deletes a change set; one that is gone already, or whose stack is, is deleted. */
    public void deleteChangeSet(Undertaking undertaking, String changeSetId, String stackId) {
        write(
                undertaking,
                new Call("DeleteChangeSet", StackArn.name(stackId), stackId, null, changeSetId),
                () -> client.deleteChangeSet(request -> request.changeSetName(changeSetId)),
                (refusal, _) -> AwsFailures.code(refusal).equals(AwsTexts.CHANGE_SET_NOT_FOUND)
                        || AwsTexts.saysNoSuchStack(AwsFailures.words(refusal)));
    }

    /**
     * Executes a change set once, however often it is asked for: its token is its own.
     *
     * @param operation a creation that is rolled back deletes what it has made, also what is otherwise kept: a key or a
     *     bucket that was kept would take the name of the next (API reference, ExecuteChangeSet, RetainExceptOnCreate)
     * @param pausing whether a failure pauses the stack instead of rolling it back
     */
    public void executeChangeSet(
            Undertaking undertaking,
            Operation operation,
            String changeSetId,
            String stackId,
            String token,
            boolean pausing) {
        write(
                undertaking,
                new Call("ExecuteChangeSet", StackArn.name(stackId), stackId, token, changeSetId),
                () -> client.executeChangeSet(request -> request.changeSetName(changeSetId)
                        .clientRequestToken(token)
                        .retainExceptOnCreate(operation == Operation.CREATE ? true : null)
                        .disableRollback(pausing ? true : null)),
                this::arrived);
    }

    /**
     * Deletes a stack.
     *
     * @param request names it by its id, and has a token
     */
    public void deleteStack(Undertaking undertaking, DeleteStackRequest request) {
        onStack(
                undertaking,
                "DeleteStack",
                request.stackName(),
                request.clientRequestToken(),
                LeftOut.words(request),
                () -> client.deleteStack(request));
    }

    /**
     * Turns an update back.
     *
     * @param request names the stack by its id, and has a token
     */
    public void cancelUpdateStack(Undertaking undertaking, CancelUpdateStackRequest request) {
        onStack(
                undertaking,
                "CancelUpdateStack",
                request.stackName(),
                request.clientRequestToken(),
                null,
                () -> client.cancelUpdateStack(request));
    }

    /**
     * Goes on with a rollback.
     *
     * @param request names the stack by its id, and has a token
     */
    public void continueUpdateRollback(Undertaking undertaking, ContinueUpdateRollbackRequest request) {
        onStack(
                undertaking,
                "ContinueUpdateRollback",
                request.stackName(),
                request.clientRequestToken(),
                LeftOut.words(request),
                () -> client.continueUpdateRollback(request));
    }

    /**
     * Goes back to the last stable state.
     *
     * @param request names the stack by its id, and has a token
     */
    public void rollbackStack(Undertaking undertaking, RollbackStackRequest request) {
        onStack(
                undertaking,
                "RollbackStack",
                request.stackName(),
                request.clientRequestToken(),
                null,
                () -> client.rollbackStack(request));
    }

    /** Sets whether CloudFormation refuses to delete a stack. */
    public void updateTerminationProtection(Undertaking undertaking, String stackId, boolean on) {
        write(
                undertaking,
                new Call(TERMINATION_PROTECTION, StackArn.name(stackId), stackId, null, null),
                () -> client.updateTerminationProtection(
                        request -> request.stackName(stackId).enableTerminationProtection(on)),
                (_, _) -> false);
    }

    private void onStack(
            Undertaking undertaking,
            String name,
            String stackId,
            String token,
            @Nullable String leftOut,
            Supplier<?> send) {
        write(undertaking, new Call(name, StackArn.name(stackId), stackId, token, null), leftOut, send, this::arrived);
    }

    /** As the next start judges it, if this one dies before it hears an answer. */
    private boolean arrived(AwsServiceException refusal, JournalEntry announced) {
        return arrivals.of(new Story.Sent(announced, Kind.SENDING));
    }

    private void write(Undertaking undertaking, Call call, Supplier<?> send, Done done) {
        write(undertaking, call, null, send, done);
    }

    /** Whether a refusal only says that the effect is there already: an earlier try may have arrived, its answer lost. */
    private interface Done {
        boolean is(AwsServiceException refusal, JournalEntry announced);
    }

    /**
     * Announces, sends, answers.
     *
     * @param words what there is to say of the call beside its name; null for nothing
     */
    private void write(Undertaking undertaking, Call call, @Nullable String words, Supplier<?> send, Done done) {
        JournalEntry announced = logbook.announce(undertaking, Kind.SENDING, call, words);
        try {
            calls.raw(send);
        } catch (AwsServiceException e) {
            if (AwsFailures.mayPass(e)) {
                throw calls.explain(e);
            }
            if (!done.is(e, announced)) {
                logbook.answer(announced, Kind.REFUSED, AwsFailures.words(e));
                throw calls.explain(e);
            }
        } catch (SdkException e) {
            throw calls.explain(e);
        }
        logbook.answer(announced, Kind.ACCEPTED, null);
    }
}
