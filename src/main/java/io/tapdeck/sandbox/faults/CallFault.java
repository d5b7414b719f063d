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

    /** The caller's credentials are not good any more: {@code ExpiredToken}, 403. The call has no effect. */
    record ExpiredToken() implements CallFault {}

    /**
     * The service refuses the call, without effect.
     *
     * @param code an exception of the service's model, such as {@code SlowDownException}, or any error code
     */
    record Refusal(String code) implements CallFault {}

    /** A read is answered as the same read was the last time; the first of its kind is answered truly. */
    record StaleRead() implements CallFault {}

    /** A page of a list repeats the entries of the page before; each of its own comes twice if it is the first. */
    record DuplicatePage() implements CallFault {}

    /** The entries of a page come in the opposite order. */
    record ReversedPage() implements CallFault {}

    /**
     * The call takes effect and is not answered; the connection stays open.
     *
     * @param patience real time after which the connection ends, should the client still wait
     */
    record Timeout(Duration patience) implements CallFault {}
}
