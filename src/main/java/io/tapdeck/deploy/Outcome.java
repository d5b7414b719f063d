package io.tapdeck.deploy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an operation ended. */
public sealed interface Outcome {

    /** The environment is up; {@code outputs} are the stack's. */
    record Up(String stackName, Map<String, String> outputs) implements Outcome {
        public Up {
            outputs = Map.copyOf(outputs);
        }
    }

    /** Nothing had to be changed. */
    record UpToDate(String stackName) implements Outcome {}

    /**
     * The environment was deleted.
     *
     * @param orphans what is left of it in the account without a stack, because an administrator chose so
     */
    record Gone(String stackName, List<Orphan> orphans) implements Outcome {
        public Gone {
            orphans = List.copyOf(orphans);
        }

        /** Nothing is left but what the templates keep. */
        public Gone(String stackName) {
            this(stackName, List.of());
        }
    }

    /**
     * A resource that no stack knows any more. CloudFormation does not delete it, and it may cost money.
     *
     * @param physicalId what finds it in the account; empty if AWS never told
     * @param holdsData whether it is of a kind that holds data
     */
    record Orphan(String displayName, String resourceType, String physicalId, boolean holdsData) {

        /** One whose type tells whether it holds data. */
        public static Orphan of(String displayName, String resourceType, String physicalId) {
            return new Orphan(displayName, resourceType, physicalId, StatefulTypes.holdsData(resourceType));
        }
    }

    /**
     * A stack went back to how it was, because an administrator chose so: the change failed or was cancelled, and the stack
     * is healthy.
     *
     * @param skipped display names of what was left as it is: the stack does not know how these really are
     */
    record RolledBack(String stackName, List<String> skipped) implements Outcome {
        public RolledBack {
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * It failed.
     *
     * @param stackName the stack that failed, of several
     * @param status the stack's state now, such as {@code ROLLBACK_COMPLETE}; {@link #NOT_STARTED} for a stack that
     *     nothing was done to, after others
     * @param cause the first real cause
     */
    record Failed(String stackName, String status, RootCause cause) implements Outcome {
        /** Not one of CloudFormation's words: the stack's turn never came. */
        public static final String NOT_STARTED = "NOT_STARTED";

        /** Whether the stack is up all the same: only its termination protection is not as was asked. */
        public boolean up() {
            return new StackState(status).meaning() == StackState.Meaning.RUNNING;
        }

        /** What became of the stack, in a sentence, where it did not fail itself; else empty. */
        public Optional<String> unfailed() {
            if (up()) {
                return Optional.of("%s is up; its termination protection is not set.".formatted(stackName));
            }
            return status.equals(NOT_STARTED)
                    ? Optional.of("%s was not begun; what came before it is done.".formatted(stackName))
                    : Optional.empty();
        }
    }

    /** Whether the environment is as was asked. */
    default boolean succeeded() {
        return !(this instanceof Failed);
    }
}
