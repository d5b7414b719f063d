package io.tapdeck.deploy;

import java.time.Duration;

/** How to wait between polls: the one place where a deployment sleeps. */
@FunctionalInterface
public interface Pace {
    /** Returns after {@code time}. */
    void pause(Duration time) throws InterruptedException;

    /** Waits as long by this computer's clock. */
    static Pace real() {
        return Thread::sleep;
    }
}
