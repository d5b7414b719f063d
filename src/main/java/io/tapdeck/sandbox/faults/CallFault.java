package io.tapdeck.sandbox.faults;

import java.time.Duration;

/** What goes wrong with one call to a service. */
public sealed interface CallFault {

    /** The call is refused because too many came: {@code Throttling}, "Rate exceeded". It has no effect. */
    record Throttle() implements CallFault {}

    /**
     * The service fails, without effect.
     *
     * @param status 500 to 599
     */
    record ServerError(int status) implements CallFault {}

    /** The connection ends before the service has seen the call. */
    record DropBefore() implements CallFault {}

    /** The connection ends after the call took effect, before it is answered. */
    record DropAfter() implements CallFault {}

    /**
     * The answer comes late.
     *
     * @param duration real time, not the sandbox's
     */
    record Delay(Duration duration) implements CallFault {}
}
