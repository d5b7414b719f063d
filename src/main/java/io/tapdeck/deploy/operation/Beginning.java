package io.tapdeck.deploy.operation;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.StackState;
import io.tapdeck.deploy.follow.Follower;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.stack.StackEvents;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * Where that began which runs on a stack: at the stack's own first event after the last one that was an end. A rollback that
 * is continued, or asked for after a pause, begins with itself and not with the operation that failed before it.
 *
 * @param first the event
 */
record Beginning(StackEvent first) {
    private static final Duration POLL = Duration.ofSeconds(2);
    /** How often the events may be older than the stack's state before nothing is told. */
    private static final int STALE_READS = 5;

    /**
     * Reads it from the events; of an operation that has ended in between, where that one began.
     *
     * @throws DeployException if the events do not tell
     */
    static Beginning of(StackRegion region, Stack stack) {
        for (int left = STALE_READS; ; left--) {
            List<StackEvent> own = own(region, stack.stackId(), event -> StackEvents.ofStack(event) && !runs(event));
            boolean ended = own.isEmpty() || !runs(own.getLast());
            if (!ended) {
                return new Beginning(own.get(begins(own)));
            }
            if (!runsStill(region, stack.stackId())) {
                return lastEnded(own(region, stack.stackId(), _ -> false)).orElseThrow(() -> untold(stack));
            }
            // What runs is not in its events yet: the operation before it must not be told in its place.
            if (left == 0) {
                throw untold(stack);
            }
            region.calls().pause(POLL);
        }
    }

    private static DeployException untold(Stack stack) {
        return new DeployException(
                "The events of %s do not tell when %s began.".formatted(stack.stackName(), stack.stackStatusAsString()),
                "Watch it again in a moment.");
    }

    private static List<StackEvent> own(StackRegion region, String stackId, Predicate<StackEvent> known) {
        return region.calls().call(() -> new StackEvents(region.client()).backTo(known, stackId)).stream()
                .filter(StackEvents::ofStack)
                .toList();
    }

    private static boolean runsStill(StackRegion region, String stackId) {
        return region.stacks()
                .find(stackId)
                .filter(stack -> new StackState(stack.stackStatusAsString()).busy())
                .isPresent();
    }

    private static Optional<Beginning> lastEnded(List<StackEvent> own) {
        List<StackEvent> before = own.isEmpty() || runs(own.getLast()) ? own : own.subList(0, own.size() - 1);
        int first = begins(before);
        return first < before.size() ? Optional.of(new Beginning(before.get(first))) : Optional.empty();
    }

    /** The place after the last end. */
    private static int begins(List<StackEvent> own) {
        int first = own.size();
        while (first > 0 && runs(own.get(first - 1))) {
            first--;
        }
        return first;
    }

    private static boolean runs(StackEvent own) {
        return new StackState(own.resourceStatusAsString()).busy();
    }

    /** What it does to the stack. An import changes one; a rollback belongs to what it turns back. */
    Operation operation() {
        return switch (first.resourceStatusAsString()) {
            case "CREATE_IN_PROGRESS", "ROLLBACK_IN_PROGRESS" -> Operation.CREATE;
            case "DELETE_IN_PROGRESS" -> Operation.DELETE;
            default -> Operation.UPDATE;
        };
    }

    /** What it does to the stack's resources. */
    Operation moves() {
        return turnsBack() && operation() == Operation.CREATE ? Operation.DELETE : operation();
    }

    /** Whether somebody asked for the way back by itself. */
    boolean turnsBack() {
        return first.resourceStatusAsString().endsWith("ROLLBACK_IN_PROGRESS");
    }

    Follower.Start start() {
        return new Follower.Start(first.timestamp(), event -> event.eventId().equals(first.eventId()));
    }
}
