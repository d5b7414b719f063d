package io.tapdeck.aws;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * 'Now' at an endpoint, taken from the {@code Date} header of its answers. Between answers it advances with the local
 * clock at the rate that was last observed (1 on real AWS).
 */
public interface ServiceClock extends InstantSource {

    /** The endpoint's time; the local clock's until the first answer. */
    @Override
    Instant instant();

    /** When the endpoint last answered anything, by the local clock; empty before the first answer. */
    Optional<Instant> lastHeard();

    /** How many endpoint seconds pass in a local second: 1 on real AWS, the speed of a simulated endpoint. */
    double rate();
}
