package io.tapdeck.deploy.diagnosis;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployInterruptedException;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.deploy.stack.StackEvents;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks for a cause where it is: a nested stack that failed says only that it did, its own events say why (user guide,
 * "Troubleshooting CloudFormation", nested stacks).
 */
public final class NestedCause {
    /** No operation of people goes deeper; it ends a chain that a damaged answer closes to a ring. */
    private static final int DEEPEST = 5;

    private NestedCause() {}

    /**
     * The cause inside of a nested stack, told at the nested stack's place; the outer one where it is no nested stack, or where
     * its events cannot be read.
     *
     * @param told the outer stack's events
     * @param eventsOf the events of the same operation in a stack of that id, in order
     * @throws DeployInterruptedException if this is interrupted
     */
    public static RootCause of(
            RootCause outer, List<DeploymentEvent> told, Function<String, List<DeploymentEvent>> eventsOf) {
        return of(outer, told, eventsOf, DEEPEST);
    }

    private static RootCause of(
            RootCause outer, List<DeploymentEvent> told, Function<String, List<DeploymentEvent>> eventsOf, int deeper) {
        Optional<String> nested = deeper == 0 ? Optional.empty() : nested(outer, told);
        if (nested.isEmpty()) {
            return outer;
        }
        List<DeploymentEvent> inside;
        try {
            inside = eventsOf.apply(nested.get());
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (DeployException e) {
            return outer;
        }
        RootCause inner = of(
                Diagnosis.of(outer.logicalId(), outer.part(), inside, outer.status(), outer.at()),
                inside,
                eventsOf,
                deeper - 1);
        return inner.reason().equals(Diagnosis.NO_REASON) ? outer : atItsPlace(outer, inner);
    }

    /** The id of the nested stack that failed. */
    private static Optional<String> nested(RootCause cause, List<DeploymentEvent> told) {
        return cause.resourceType().equals(StackEvents.STACK)
                ? told.stream()
                        .filter(ResourceMoved.class::isInstance)
                        .map(ResourceMoved.class::cast)
                        .filter(moved -> moved.logicalId().equals(cause.logicalId())
                                && moved.resourceType().equals(StackEvents.STACK)
                                && !moved.physicalId().isEmpty())
                        .map(ResourceMoved::physicalId)
                        .reduce((earlier, later) -> later)
                : Optional.empty();
    }

    private static RootCause atItsPlace(RootCause outer, RootCause inner) {
        return new RootCause(
                outer.logicalId(),
                outer.resourceType(),
                outer.status(),
                inner.reason(),
                inner.errorCode(),
                inner.at(),
                outer.eventNumber(),
                "In the nested stack %s, %s failed. %s"
                        .formatted(outer.logicalId(), inner.logicalId(), inner.meaning()),
                inner.remedies(),
                outer.part());
    }
}
