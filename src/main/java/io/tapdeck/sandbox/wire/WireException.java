package io.tapdeck.sandbox.wire;

/** A request that is answered with an error. */
final class WireException extends RuntimeException {
    private final transient WireError error;

    WireException(WireError error) {
        super(error.code() + ": " + error.message(), null, false, false);
        this.error = error;
    }

    WireError error() {
        return error;
    }
}
