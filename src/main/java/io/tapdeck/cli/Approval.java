package io.tapdeck.cli;

/** The last question before something is changed. */
final class Approval {
    private Approval() {}

    /**
     * Returns if the change is approved.
     *
     * @throws CommandFailure if it is not, or if nobody is there to ask
     */
    static void of(Terminal terminal, boolean yes, String question) {
        if (yes) {
            return;
        }
        if (!terminal.interactive()) {
            throw CommandFailure.wrongUse("Nobody is there to ask. Add --yes to go on without asking.");
        }
        if (!terminal.answers(question + " Type yes to go on:", "yes")) {
            throw CommandFailure.failed("Nothing was changed.");
        }
    }
}
