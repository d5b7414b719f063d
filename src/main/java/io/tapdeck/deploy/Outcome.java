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
     * @param status the stack's state now, such as {@code ROLLBACK_COMPLETE}
     * @param cause the first real cause
     */
    record Failed(String stackName, String status, RootCause cause) implements Outcome {}

    /** Whether the environment is as was asked. */
    default boolean succeeded() {
        return !(this instanceof Failed);
    }
}
