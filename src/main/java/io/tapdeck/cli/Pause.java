package io.tapdeck.cli;

import java.time.Duration;

/** Waiting between two looks; tests move their clock instead. */
@FunctionalInterface
interface Pause {
    /** Waits; returns false if the wait was interrupted. */
    boolean of(Duration duration);

    /** Waits in real time. */
    static boolean really(Duration duration) {
        try {
            Thread.sleep(duration);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
