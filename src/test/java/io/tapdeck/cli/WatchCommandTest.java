package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.monitor.Late;
import io.tapdeck.monitor.Watch;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said while CloudWatch does not answer. */
class WatchCommandTest {
    private static Instant at(int hour, int minute) {
        return LocalDateTime.of(2026, 11, 20, hour, minute)
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }

    private static Watch known(@Nullable Late late) {
        return new Watch(
                at(14, 42),
                at(13, 42),
                at(14, 42),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                late);
    }

    @Test
    void sinceWhenItIsSilentAndWhenItWasHeardLast() {
        assertThat(WatchCommand.since(known(new Late(at(14, 43), at(14, 42), "refused"))))
                .isEqualTo("Late since 14:43, last heard 14:42. ");
        assertThat(WatchCommand.since(known(new Late(at(14, 43), Instant.EPOCH, "refused"))))
                .isEqualTo("Late since 14:43, not heard before. ");
        assertThat(WatchCommand.since(known(null))).isEmpty();
    }
}
