package io.tapdeck.sandbox;

/** The sandbox cannot run; the message says in a sentence for people why, and what to do. */
public final class SandboxException extends RuntimeException {
    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
