package io.tapdeck.release;

/** Why it is not known whether a newer Tapdeck is there; the message says it to people. */
public final class UpdateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UpdateException(String message) {
        super(message);
    }

    UpdateException(String message, Throwable cause) {
        super(message, cause);
    }
}
