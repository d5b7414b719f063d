package io.tapdeck.aws.identitycenter;

import java.time.Duration;

/** Waiting between two looks; tests move their clock instead. */
@FunctionalInterface
public interface Pause {
    /** Waits that long. */
    void of(Duration duration) throws InterruptedException;
}
