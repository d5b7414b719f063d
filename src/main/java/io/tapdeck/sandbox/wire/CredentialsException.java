package io.tapdeck.sandbox.wire;

/** Credentials that are not good: expired, or never given out like this. */
public final class CredentialsException extends Exception {
    private final boolean expired;

    private CredentialsException(String message, boolean expired) {
        super(message, null, false, false);
        this.expired = expired;
    }

    /** They were good once. */
    public static CredentialsException expired() {
        return new CredentialsException("expired", true);
    }

    /** Nobody was given them. */
    public static CredentialsException unknown() {
        return new CredentialsException("unknown", false);
    }

    WireError error() {
        return expired ? WireError.expired() : WireError.unknownToken();
    }
}
