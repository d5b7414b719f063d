package io.tapdeck.sandbox.cloudformation;

import java.time.Duration;
import java.util.Optional;

/**
 * A work on a resource as it will go.
 *
 * @param duration how long it takes
 * @param failure the reason of a fault that ends it; empty if there is none
 */
record Attempt(Duration duration, Optional<String> failure) {

    /** Ends the work in its fault, if it has one. */
    void requireSuccess() {
        failure.ifPresent(reason -> {
            throw new ResourceFailure(reason);
        });
    }
}
