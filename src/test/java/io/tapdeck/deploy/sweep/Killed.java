package io.tapdeck.deploy.sweep;

/** Stands for SIGKILL: nothing catches it, and what runs on its way out can change nothing any more. */
final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
        super("killed", null, false, false);
    }
}
