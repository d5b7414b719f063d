package io.tapdeck.aws.identitycenter;

/** Tells a call that was stopped from one that failed. */
final class Interruption {
    private Interruption() {}

    /** The SDK throws what looks like a lost connection and leaves the mark on the thread. */
    static void check() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
