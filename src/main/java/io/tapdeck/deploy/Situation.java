package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the stacks of an environment stand, and what can be done about each.
 *
 * @param stacks the environment's own first, also where it does not exist; then its parts
 */
public record Situation(EnvironmentKey environment, List<StackSituation> stacks) {
    public Situation {
        stacks = List.copyOf(stacks);
    }

    /** The stack that asks for a person before all others: the first that is stuck, else the first that moves, else the own. */
    public StackSituation foremost() {
        return stacks.stream()
                .filter(stack -> stack.state().meaning() == StackState.Meaning.STUCK)
                .findFirst()
                .or(() -> stacks.stream().filter(stack -> stack.state().busy()).findFirst())
                .orElseGet(stacks::getFirst);
    }

    /**
     * What deletes an empty stack and nothing else.
     *
     * @return empty where something is in it, or where other stacks are found through it and go with it
     */
    public Optional<Recovery.DeleteEmpty> deletesEmpty(StackSituation stack) {
        boolean alone = stack.part() != null
                || stacks.stream().noneMatch(other -> other.part() != null && other.stackId() != null);
        return alone && stack.state().empty()
                ? Optional.ofNullable(stack.stackId()).map(id -> new Recovery.DeleteEmpty(stack.part(), id))
                : Optional.empty();
    }

    /**
     * The other stacks that a deletion of this one takes with it, the first to go first. The environment goes with its own
     * stack, and with any part where its own is gone; {@link #deletesEmpty} takes none with it.
     */
    public List<StackSituation> goWith(StackSituation stack) {
        boolean whole =
                stack.part() == null || stacks.stream().noneMatch(other -> other.part() == null && other.exists());
        return whole
                ? stacks.reversed().stream()
                        .filter(other -> other.part() != null && other.exists())
                        .filter(other -> !other.equals(stack))
                        .toList()
                : List.of();
    }

    /**
     * One stack.
     *
     * @param part null for the environment's own
     * @param stackId its ARN; null where it does not exist
     * @param since when it came into its state, by AWS's clock; null where it does not exist
     * @param cause why, where something failed; else null
     * @param blocked what stands in the way of a rollback or a deletion
     * @param actions what can be done now, the safest useful one first; none that deletes while the stack is protected
     * @param terminationProtection whether AWS refuses to delete it
     */
    public record StackSituation(
            @Nullable Part part,
            String stackName,
            @Nullable String stackId,
            StackState state,
            @Nullable Instant since,
            @Nullable RootCause cause,
            List<BlockedResource> blocked,
            List<StackAction> actions,
            boolean terminationProtection) {
        public StackSituation {
            blocked = List.copyOf(blocked);
            actions = List.copyOf(actions);
        }

        /** Whether it was ever begun: one that only holds a change set was not. */
        private boolean exists() {
            return stackId != null && !state.name().equals("REVIEW_IN_PROGRESS");
        }

        /** A stack without termination protection. */
        public StackSituation(
                @Nullable Part part,
                String stackName,
                @Nullable String stackId,
                StackState state,
                @Nullable Instant since,
                @Nullable RootCause cause,
                List<BlockedResource> blocked,
                List<StackAction> actions) {
            this(part, stackName, stackId, state, since, cause, blocked, actions, false);
        }
    }

    /**
     * A resource that AWS could not roll back or delete.
     *
     * @param physicalId empty if AWS never made it
     * @param reason AWS's words
     * @param skippable whether ContinueUpdateRollback may skip it: its own rollback failed, it was not merely cancelled
     * @param emptiable whether it is a bucket that can be emptied
     * @param holdsData whether it holds data: an orphan of this kind costs money and is missed
     */
    public record BlockedResource(
            String logicalId,
            String displayName,
            String resourceType,
            String physicalId,
            String reason,
            boolean skippable,
            boolean emptiable,
            boolean holdsData) {}
}
