package io.tapdeck.deploy.follow;

import io.tapdeck.aws.ServiceClock;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.Heard;
import io.tapdeck.deploy.DeploymentEvent.NotHeard;
import io.tapdeck.deploy.DeploymentEvent.StackMoved;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.stack.Backoff;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.deploy.stack.StackEvents;
import io.tapdeck.deploy.stack.Stacks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * Follows a running operation to its end. Nothing that happens to a poll ends it: throttling, a lost connection, a denied
 * right, an expired session are told as {@link NotHeard}, and it asks again, more and more gently, until AWS answers. An end is believed only when the operation's own
 * events say so; DescribeStacks may still show the state of before.
 */
public final class Follower {
    private static final Duration POLL = Duration.ofSeconds(2);
    /** How often in a row AWS must say that there is no such stack: a read may be older than the write before it. */
    private static final int GONE = 3;
    /** The same for a stack of which nothing was ever read: reads may not have come as far as its creation. */
    private static final int NEVER_THERE = 30;

    private final StackEvents events;
    private final Calls calls;
    private final ServiceClock clock;

    Follower(StackEvents events, Calls calls, ServiceClock clock) {
        this.events = events;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Where an operation begins among a stack's events.
     *
     * @param notBefore no event of the operation is older, by AWS's clock
     * @param first recognizes its first event
     */
    public record Start(Instant notBefore, Predicate<StackEvent> first) {

        /** The first event with our token; where an endpoint drops tokens, the first start since then. */
        public static Start of(Operation operation, String token, Instant notBefore) {
            return new Start(
                    notBefore,
                    event -> event.clientRequestToken() == null
                            ? StackEvents.starts(event, operation)
                                    && !event.timestamp().isBefore(notBefore)
                            : event.clientRequestToken().equals(token));
        }
    }

    /**
     * How the stack ended.
     *
     * @param status a StackStatus that is no longer in progress
     */
    record End(Instant at, String status) {}

    End follow(String stackId, @Nullable Part part, Start start, Consumer<DeploymentEvent> tell) {
        SeenEvents seen = new SeenEvents(start.notBefore());
        boolean started = false;
        int missed = 0;
        while (true) {
            Optional<List<StackEvent>> read =
                    heard(() -> Stacks.present(() -> Optional.of(events.backTo(seen::known, stackId))), tell);
            missed = read.isPresent() ? 0 : missed + 1;
            if (missed == (seen.isEmpty() ? NEVER_THERE : GONE)) {
                return new End(clock.instant(), "DELETE_COMPLETE");
            }
            for (StackEvent event : read.orElse(List.of())) {
                if (seen.known(event)) {
                    continue;
                }
                seen.add(event);
                started |= start.first().test(event);
                if (started) {
                    DeploymentEvent told = StackEvents.told(event, part);
                    tell.accept(told);
                    if (told instanceof StackMoved stack && !stack.status().endsWith("_IN_PROGRESS")) {
                        return new End(stack.at(), stack.status());
                    }
                } else if (StackEvents.deleted(event)) {
                    // A deleted stack moves no more: somebody else was faster, and our call found nothing to do.
                    return new End(event.timestamp(), event.resourceStatusAsString());
                }
            }
            calls.pause(POLL);
        }
    }

    /** Asks until AWS answers, and tells how it goes. */
    <T> T heard(Supplier<T> call, Consumer<DeploymentEvent> tell) {
        Backoff backoff = calls.backoff();
        while (true) {
            try {
                T answer = call.get();
                tell.accept(new Heard(clock.instant()));
                return answer;
            } catch (SdkException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw Calls.interrupted();
                }
                tell.accept(calls.notHeard(e));
            }
            calls.pause(backoff.next());
        }
    }
}
