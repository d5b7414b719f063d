package io.tapdeck.deploy;

import io.tapdeck.aws.ServiceClock;
import java.time.Instant;
import java.util.Optional;

/** An endpoint's clock that stands still. */
public record StillClock(Instant instant) implements ServiceClock {
    @Override
    public Optional<Instant> lastHeard() {
        return Optional.empty();
    }

    @Override
    public double rate() {
        return 1;
    }
}
