package io.tapdeck.sandbox.wire;

import software.amazon.awssdk.core.SdkPojo;

/**
 * Where calls pass on their way to a handler. It lets one pass at a time, so that the simulated services need no locks
 * among themselves.
 */
@FunctionalInterface
public interface Turnstile {

    /** What a handler does for a call. */
    @FunctionalInterface
    interface Handling {
        SdkPojo handle() throws Throwable;
    }

    /**
     * Handles one call while no other is handled.
     *
     * @throws Throwable what the handler throws
     */
    SdkPojo pass(ServiceCall call, Handling handling) throws Throwable;
}
