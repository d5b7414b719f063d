package io.tapdeck.deploy;

import java.util.Map;

/** How a deployment ended. */
public sealed interface Outcome {

    /** The environment is up; {@code outputs} are the stack's. */
    record Up(String stackName, Map<String, String> outputs) implements Outcome {
        public Up {
            outputs = Map.copyOf(outputs);
        }
    }

    /** Nothing had to be changed. */
    record UpToDate(String stackName) implements Outcome {}

    /** The environment was deleted. */
    record Gone(String stackName) implements Outcome {}

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
    }

    /** Whether the environment is as was asked. */
    default boolean succeeded() {
        return !(this instanceof Failed);
    }
}
