package io.tapdeck.sandbox.wire;

import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.faults.FaultScript;
import java.io.IOException;
import java.util.List;

/** Servers for tests, on a free port. */
final class Servers {
    private Servers() {}

    static WireServer serving(WireService... services) {
        return serving(FaultScript.none(), services);
    }

    static WireServer serving(FaultScript faults, WireService... services) {
        try {
            return new WireServer(
                    0,
                    List.of(services),
                    faults,
                    new VirtualClock(),
                    () -> "{}",
                    WebPages.none(),
                    (call, handling) -> handling.handle(),
                    pause -> {});
        } catch (IOException e) {
            throw new AssertionError("No free port", e);
        }
    }
}
