package io.tapdeck.deploy;

import io.tapdeck.store.Journal;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** Stands between the deployments and CloudFormation, counts calls, and lets some fail. */
final class Faults {
    /** What happens to a call. */
    enum Fault {
        NONE,
        THROTTLED,
        /** The connection drops before the call arrives. */
        LOST,
        /** The call arrives and works; its answer is lost. */
        ANSWER_LOST,
        /** The service fails on its side. */
        BROKEN,
        /** The session has expired. */
        EXPIRED,
        /** The change set has already been executed, or is out of date. */
        WRONG_STATUS,
        /** The process dies before it sends the call. */
        KILLED_BEFORE,
        /** The process dies before it hears the answer. */
        KILLED_AFTER
    }

    /** A SIGKILL, as far as one thread can play it: nothing that runs on its way out may call or write. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed");
        }
    }

    private final CloudFormationClient client;
    private IntFunction<Fault> script = number -> Fault.NONE;
    private int calls;
    private String refused = "";

    Faults(CloudFormationClient target) {
        client = (CloudFormationClient) Proxy.newProxyInstance(
                CloudFormationClient.class.getClassLoader(),
                new Class<?>[] {CloudFormationClient.class},
                (proxy, method, arguments) -> call(target, method, arguments));
    }

    CloudFormationClient client() {
        return client;
    }

    int calls() {
        return calls;
    }

    /** Which fault each call from now on has, by its number from 0. */
    void script(IntFunction<Fault> faults) {
        calls = 0;
        script = faults;
    }

    /** The process dies of the call that stands last in the journal; its answer is not known. */
    void kill(Journal journal, String call, Fault fault) {
        script(number -> {
            JournalEntry last = journal.entries().getLast();
            return last.kind() == Kind.SENDING && last.call().equals(call) ? fault : Fault.NONE;
        });
    }

    /** Nobody may call that method of the client from now on; none if empty. */
    void refuse(String method) {
        refused = method;
    }

    private @Nullable Object call(CloudFormationClient target, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals(refused)) {
            throw answer("AccessDenied", "User is not authorized to perform this operation", 403);
        }
        Fault fault = script.apply(calls++);
        if (fault == Fault.KILLED_BEFORE) {
            throw new Killed();
        }
        if (fault != Fault.NONE && fault != Fault.ANSWER_LOST && fault != Fault.KILLED_AFTER) {
            throw exception(fault);
        }
        try {
            Object answer = method.invoke(target, arguments);
            if (fault == Fault.KILLED_AFTER) {
                throw new Killed();
            }
            if (fault == Fault.ANSWER_LOST) {
                throw exception(fault);
            }
            return answer;
        } catch (InvocationTargetException e) {
            if (fault == Fault.KILLED_AFTER) {
                throw new Killed();
            }
            throw e.getCause();
        }
    }

    private static SdkException exception(Fault fault) {
        return switch (fault) {
            case THROTTLED -> answer("Throttling", "Rate exceeded", 400);
            case BROKEN -> answer("InternalFailure", "An internal error occurred.", 500);
            case EXPIRED -> answer("ExpiredToken", "The security token included in the request is expired", 403);
            case WRONG_STATUS ->
                answer("InvalidChangeSetStatus", "ChangeSet cannot be executed in its current status", 400);
            case LOST, ANSWER_LOST, KILLED_BEFORE, KILLED_AFTER, NONE ->
                SdkClientException.create("Unable to execute HTTP request", new IOException("Connection reset"));
        };
    }

    private static SdkException answer(String code, String message, int status) {
        return CloudFormationException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .statusCode(status)
                .build();
    }
}
