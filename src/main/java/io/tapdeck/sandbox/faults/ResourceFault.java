package io.tapdeck.sandbox.faults;

import java.util.Optional;

/**
 * What goes wrong with a resource while CloudFormation works on it.
 *
 * @param failure the reason that the work fails with; empty if it succeeds
 * @param slowness the work takes this many times as long; 1 is the usual pace
 */
public record ResourceFault(Optional<String> failure, double slowness) {

    /** The work fails. */
    public static ResourceFault fail(String reason) {
        return new ResourceFault(Optional.of(reason), 1);
    }

    /** The work takes {@code factor} times as long. */
    public static ResourceFault slow(double factor) {
        return new ResourceFault(Optional.empty(), factor);
    }
}
