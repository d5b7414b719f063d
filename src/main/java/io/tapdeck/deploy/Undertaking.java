package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import java.util.UUID;

/**
 * An operation on an environment, as the journal knows it: from its first change set to its outcome.
 *
 * @param id what its lines in the journal share
 */
public record Undertaking(String id, EnvironmentKey environment, Operation operation) {

    /** An id unlike any other. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }
}
