package io.tapdeck.sandbox.cloudformation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A detection of drift: what it will have found when it ends.
 *
 * @param id given to who asked for it
 * @param stack whose drift it looks for
 * @param found by logical id; only what can be checked
 * @param ends until then it is in progress
 */
record Detection(String id, SimulatedStack stack, Map<String, Drift> found, Instant ends) {

    private static final Duration STARTING = Duration.ofSeconds(4);
    private static final Duration PER_RESOURCE = Duration.ofMillis(500);

    static Instant end(Instant now, int resources) {
        return now.plus(STARTING).plus(PER_RESOURCE.multipliedBy(resources));
    }

    boolean isRunning(Instant now) {
        return now.isBefore(ends);
    }

    /** How many of the resources it looked at differ. */
    int drifted() {
        return (int) found.values().stream().filter(Drifts::differs).count();
    }
}
