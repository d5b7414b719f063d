package io.tapdeck.synth.worker;

/** A template that Tapdeck cannot deploy; the message is for people. */
final class BadAssembly extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadAssembly(String message) {
        super(message);
    }
}
