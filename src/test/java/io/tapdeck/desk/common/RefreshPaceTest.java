package io.tapdeck.desk.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefreshPaceTest {
    private static final Duration JUST_NOW = Duration.ZERO;

    @Test
    void somebodyWhoLooksSeesEveryMinuteAndEveryStepOfAChange() {
        assertThat(RefreshPace.of(false, false, JUST_NOW)).isEqualTo(new RefreshPace(Duration.ofMinutes(1), ""));
        assertThat(RefreshPace.of(true, false, JUST_NOW)).isEqualTo(new RefreshPace(Duration.ofSeconds(20), ""));
    }

    @Test
    void fiveMinutesWithoutInputAreIdle() {
        assertThat(RefreshPace.of(false, false, Duration.ofMinutes(5).minusSeconds(1))
                        .words())
                .isEmpty();
        assertThat(RefreshPace.of(false, false, Duration.ofMinutes(5)))
                .isEqualTo(new RefreshPace(Duration.ofMinutes(2), "every 2 minutes while idle"));
    }

    @Test
    void aMinimizedDeskIsSlowButNotBlindToAChange() {
        assertThat(RefreshPace.of(false, true, JUST_NOW))
                .isEqualTo(new RefreshPace(Duration.ofMinutes(2), "every 2 minutes while minimized"));
        assertThat(RefreshPace.of(true, true, JUST_NOW))
                .isEqualTo(new RefreshPace(Duration.ofMinutes(1), "every minute while minimized"));
    }
}
