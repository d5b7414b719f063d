package io.tapdeck.cli;

/** What a command ends with. Scripts rely on these. */
final class ExitCode {
    /** Done. */
    static final int DONE = 0;

    /** Failed, with the reason on standard error. */
    static final int FAILED = 1;

    /** Wrong use: an option, a definition or a target that cannot be meant. */
    static final int WRONG_USE = 2;

    /** The session needs a sign-in. */
    static final int NEEDS_SIGN_IN = 3;

    /** Interrupted, as a shell counts SIGINT. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
