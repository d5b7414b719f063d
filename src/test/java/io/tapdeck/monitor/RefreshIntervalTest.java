package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefreshIntervalTest {
    @Test
    void itSlowsDownWhereNobodyLooks() {
        assertThat(RefreshInterval.of(false, Duration.ZERO)).isEqualTo(RefreshInterval.SHOWN);
        assertThat(RefreshInterval.of(false, RefreshInterval.IDLE_AFTER)).isEqualTo(RefreshInterval.IDLE);
        assertThat(RefreshInterval.of(true, Duration.ZERO)).isEqualTo(RefreshInterval.MINIMIZED);
        assertThat(RefreshInterval.IDLE.interval()).isGreaterThan(RefreshInterval.SHOWN.interval());
        assertThat(RefreshInterval.MINIMIZED.interval()).isGreaterThan(RefreshInterval.SHOWN.interval());
    }
}
