package io.tapdeck.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;

/** A command cannot go on. Printed as it is, without a stack trace. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int exitCode;

    private CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Used wrongly. */
    static CommandFailure wrongUse(String message) {
        return new CommandFailure(ExitCode.WRONG_USE, message);
    }

    /** Used wrongly in several ways, each on a line of its own. */
    static CommandFailure wrongUse(List<String> lines) {
        return wrongUse(String.join(System.lineSeparator(), lines));
    }

    /** Tried and failed. */
    static CommandFailure failed(String message) {
        return new CommandFailure(ExitCode.FAILED, message);
    }

    /** Why a file cannot be used, without its name, which the message of such an exception repeats. */
    static String reason(IOException e) {
        String reason = e instanceof FileSystemException named ? named.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    /** What is said of a failure that nobody has foreseen: what is known of it, and what may tell more. */
    static String unexpected(Throwable failure) {
        return "Something unexpected failed: %s. tapdeck doctor may tell more."
                .formatted(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
    }

    int exitCode() {
        return exitCode;
    }
}
