package io.tapdeck.deploy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an administrator chose to do about a stack. {@link StackState#actions} says what a state allows. */
public sealed interface Recovery {

    /** The stack; null for the environment's own. */
    @Nullable
    Part part();

    /** What it comes to. */
    StackAction action();

    /** Turns a running update back. */
    record CancelUpdate(@Nullable Part part) implements Recovery {
        @Override
        public StackAction action() {
            return StackAction.CANCEL_UPDATE;
        }
    }

    /** Goes back to the last stable state from a creation or an update that is paused. */
    record RollBack(@Nullable Part part) implements Recovery {
        @Override
        public StackAction action() {
            return StackAction.ROLL_BACK;
        }
    }

    /**
     * Goes on with a rollback that stopped.
     *
     * @param skipped logical ids that CloudFormation shall take as rolled back although they are not: from then on the stack
     *     does not know how they really are
     */
    record ContinueRollback(@Nullable Part part, Set<String> skipped) implements Recovery {
        public ContinueRollback {
            skipped = Set.copyOf(skipped);
        }

        @Override
        public StackAction action() {
            return StackAction.CONTINUE_ROLLBACK;
        }
    }

    /**
     * Deletes what is left of the stack.
     *
     * @param emptied logical ids of buckets that are emptied first: every object and version in them is lost
     */
    record Delete(@Nullable Part part, Set<String> emptied) implements Recovery {
        public Delete {
            emptied = Set.copyOf(emptied);
        }

        @Override
        public StackAction action() {
            return StackAction.DELETE;
        }
    }

    /**
     * Deletes a stack with nothing in it, and no other; refused if it is another stack by now, or something is in it.
     *
     * @param stackId the ARN of the stack that was seen empty: its name may be another's since
     */
    record DeleteEmpty(@Nullable Part part, String stackId) implements Recovery {
        @Override
        public StackAction action() {
            return StackAction.DELETE;
        }
    }

    /**
     * Deletes a stack whose deletion failed, without some of what failed.
     *
     * @param retained logical ids that are left in the account, without a stack; at least one
     */
    record DeleteRetaining(@Nullable Part part, Set<String> retained) implements Recovery {
        public DeleteRetaining {
            retained = Set.copyOf(retained);
            if (retained.isEmpty()) {
                throw new IllegalArgumentException("nothing is retained");
            }
        }

        @Override
        public StackAction action() {
            return StackAction.DELETE_RETAINING;
        }
    }

    /** Deletes a stack whose deletion failed, whatever its resources do. */
    record ForceDelete(@Nullable Part part) implements Recovery {
        @Override
        public StackAction action() {
            return StackAction.FORCE_DELETE;
        }
    }
}
