package io.tapdeck.deploy.diagnosis;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployInterruptedException;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.deploy.stack.StackEvents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a cause where it is: a nested stack that failed says only that it did, its own events say why (user guide,
 * "Troubleshooting CloudFormation", nested stacks).
 */
public final class NestedStacks {
    /** No operation of people goes deeper; it ends a chain that a damaged answer closes to a ring. */
    private static final int DEEPEST = 5;

    private final Function<String, List<DeploymentEvent>> eventsOf;
    private final int deeper;

    /**
     * Those of one operation.
     *
     * @param since when it began, by AWS's clock
     * @param part the stack in which they are nested; null for the environment's own
     */
    public static NestedStacks of(Calls calls, StackEvents events, Instant since, @Nullable Part part) {
        return new NestedStacks(stackId ->
                calls.call(() -> events.backTo(event -> event.timestamp().isBefore(since), stackId)).stream()
                        .filter(event -> !event.timestamp().isBefore(since))
                        .map(event -> StackEvents.told(event, part))
                        .toList());
    }

    /** Nested stacks whose events, in order, a function gives by the stack's id. */
    NestedStacks(Function<String, List<DeploymentEvent>> eventsOf) {
        this(eventsOf, DEEPEST);
    }

    private NestedStacks(Function<String, List<DeploymentEvent>> eventsOf, int deeper) {
        this.eventsOf = eventsOf;
        this.deeper = deeper;
    }

    /**
     * The cause inside of a nested stack; empty where its events cannot be read or say nothing.
     *
     * @param failed the nested stack
     * @throws DeployInterruptedException if this is interrupted
     */
    Optional<RootCause> cause(ResourceMoved failed) {
        if (deeper == 0 || failed.physicalId().isEmpty()) {
            return Optional.empty();
        }
        List<DeploymentEvent> inside;
        try {
            inside = eventsOf.apply(failed.physicalId());
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (DeployException e) {
            return Optional.empty();
        }
        RootCause cause = Diagnosis.of(
                failed.logicalId(),
                failed.part(),
                inside,
                failed.status(),
                failed.at(),
                new NestedStacks(eventsOf, deeper - 1));
        return cause.resourceType().equals(StackEvents.STACK) && cause.reason().equals(Diagnosis.NO_REASON)
                ? Optional.empty()
                : Optional.of(cause);
    }
}
