package io.tapdeck.deploy.stack;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Growing waits after failed calls: 2, 4, 8, then 15 seconds, each up to a quarter longer so that callers spread. */
public final class Backoff {
    private static final long FIRST_MILLIS = 2_000;
    private static final long LONGEST_MILLIS = 15_000;

    private final RandomGenerator random;
    private long next = FIRST_MILLIS;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    public Duration next() {
        long wait = next;
        next = Math.min(2 * next, LONGEST_MILLIS);
        return Duration.ofMillis(wait + random.nextLong(wait / 4));
    }
}
