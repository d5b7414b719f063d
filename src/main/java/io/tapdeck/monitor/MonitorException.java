package io.tapdeck.monitor;

import org.jspecify.annotations.Nullable;

/** Alarms or metrics could not be read; the message is for people. */
public final class MonitorException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MonitorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
