package io.tapdeck.monitor;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Since when questions have no answer. Thread-safe. */
final class Lateness {
    private Instant lastGood = Instant.EPOCH;
    private @Nullable Late late;

    synchronized void answered(Instant now) {
        lastGood = now;
        late = null;
    }

    synchronized void failed(Instant now, String reason) {
        late = new Late(late == null ? now : late.since(), lastGood, reason);
    }

    synchronized Optional<Late> late() {
        return Optional.ofNullable(late);
    }
}
