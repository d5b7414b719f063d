package io.tapdeck.deploy.follow;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.Ended;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.deploy.diagnosis.Diagnosis;
import io.tapdeck.deploy.diagnosis.NestedStacks;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.deploy.stack.StackEvents;
import io.tapdeck.deploy.stack.Stacks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** An accepted operation, from its first event to what became of it. */
public final class Run {
    private static final Set<String> UP = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE");
    private static final Duration POLL = Duration.ofSeconds(2);
    /** How often an older state than the events' last may be read before it is taken as it is. */
    private static final int STALE_READS = 5;

    private final CloudFormationClient client;
    private final Calls calls;
    private final Follower follower;
    private final Durations durations;

    public Run(AwsConnection connection, Calls calls, Durations durations) {
        this.client = connection.cloudFormation();
        this.calls = calls;
        this.follower = new Follower(new StackEvents(client), calls, connection.clock());
        this.durations = durations;
    }

    /**
     * What runs.
     *
     * @param part the stack; null for the environment's own
     * @param start where the operation begins among the stack's events
     */
    public record Accepted(
            Operation operation,
            String stackName,
            String stackId,
            @Nullable Part part,
            Follower.Start start) {}

    /**
     * Follows an operation on one stack.
     *
     * @param listener hears what happens to the stack; its start and end are the caller's to tell
     * @param mend what is left to do once the stack is up; gives a cause if that fails
     */
    public Ended follow(Accepted accepted, DeploymentListener listener, Mend mend) {
        List<DeploymentEvent> told = new ArrayList<>();
        Consumer<DeploymentEvent> tell = event -> {
            told.add(event);
            listener.on(event);
        };
        Follower.End end = follower.follow(accepted.stackId(), accepted.part(), accepted.start(), tell);
        if (accepted.operation().end().equals(end.status())) {
            durations.learn(told);
        }
        return new Ended(end.at(), outcome(accepted, end, told, tell, mend));
    }

    /** What is left to do after a success. */
    @FunctionalInterface
    public interface Mend {
        /** Does it; returns why it failed, or nothing. */
        Optional<RootCause> apply(String status, Instant at);

        /** Nothing is left to do. */
        static Mend nothing() {
            return (status, at) -> Optional.empty();
        }
    }

    private Outcome outcome(
            Accepted accepted,
            Follower.End end,
            List<DeploymentEvent> told,
            Consumer<DeploymentEvent> tell,
            Mend mend) {
        String name = accepted.stackName();
        if (accepted.operation() == Operation.DELETE && end.status().equals(Operation.DELETE.end())) {
            return new Outcome.Gone(name);
        }
        boolean up = UP.contains(end.status());
        if (!up || accepted.operation() == Operation.DELETE) {
            return new Outcome.Failed(
                    name,
                    end.status(),
                    Diagnosis.of(
                            name,
                            accepted.part(),
                            told,
                            end.status(),
                            end.at(),
                            NestedStacks.of(
                                    calls,
                                    new StackEvents(client),
                                    accepted.start().notBefore(),
                                    accepted.part())));
        }
        Stack stack = settled(accepted.stackId(), end.status(), tell);
        return mend.apply(end.status(), end.at())
                .<Outcome>map(cause -> new Outcome.Failed(name, end.status(), cause))
                .orElseGet(() -> new Outcome.Up(name, Stacks.outputs(stack)));
    }

    private Stack settled(String stackId, String status, Consumer<DeploymentEvent> tell) {
        for (int left = STALE_READS; ; left--) {
            Stack stack = follower.heard(
                    () -> client.describeStacks(request -> request.stackName(stackId))
                            .stacks()
                            .getFirst(),
                    tell);
            if (left == 0 || stack.stackStatusAsString().equals(status)) {
                return stack;
            }
            calls.pause(POLL);
        }
    }
}
