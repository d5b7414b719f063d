package io.tapdeck.sandbox.wire;

import java.io.IOException;

/** The connection is to end without an answer. */
final class DroppedConnectionException extends IOException {
    DroppedConnectionException() {
        super("Dropped by a fault");
    }
}
