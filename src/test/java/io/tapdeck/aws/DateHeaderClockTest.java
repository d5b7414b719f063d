package io.tapdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class DateHeaderClockTest {
    private static final Instant LOCAL = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant ENDPOINT = Instant.parse("2027-01-01T00:00:00.700Z");

    private Instant local = LOCAL;
    private final DateHeaderClock clock = new DateHeaderClock(() -> local);

    /** An endpoint whose time runs at {@code speed} answers now. */
    private void answer(double speed) {
        clock.heard(
                DateTimeFormatter.RFC_1123_DATE_TIME.format(endpointTime(speed).atOffset(ZoneOffset.UTC)));
    }

    private Instant endpointTime(double speed) {
        return ENDPOINT.plusNanos((long) (Duration.between(LOCAL, local).toNanos() * speed));
    }

    @Test
    void itIsTheLocalTimeUntilTheFirstAnswer() {
        assertThat(clock.instant()).isEqualTo(LOCAL);
        assertThat(clock.lastHeard()).isEmpty();
        assertThat(clock.rate()).isEqualTo(1);
    }

    @Test
    void theFirstAnswerSetsIt() {
        answer(1);

        assertThat(clock.instant()).isCloseTo(ENDPOINT, within(1, ChronoUnit.SECONDS));
        assertThat(clock.lastHeard()).contains(LOCAL);
    }

    @Test
    void onAnEndpointInRealTimeTheRateStaysExactlyOne() {
        for (int i = 0; i < 200; i++) {
            answer(1);
            assertThat(clock.rate()).isEqualTo(1);
            local = local.plusMillis(370);
        }
    }

    @Test
    void theSpeedOfASimulatedEndpointIsLearned() {
        for (int i = 0; i < 20; i++) {
            answer(20);
            local = local.plusMillis(2_000);
        }

        assertThat(clock.rate()).isCloseTo(20, within(0.5));
        assertThat(clock.instant()).isCloseTo(endpointTime(20), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void itRunsSmoothlyBetweenAnswersOfWholeSeconds() {
        for (int i = 0; i < 20; i++) {
            answer(20);
            local = local.plusMillis(2_000);
        }
        answer(20);
        Instant before = clock.instant();
        for (int i = 0; i < 50; i++) {
            local = local.plusMillis(100);
            answer(20);
            Instant now = clock.instant();
            assertThat(Duration.between(before, now)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
            before = now;
        }
    }

    @Test
    void anEndpointThatStoodStillIsFollowedAgain() {
        for (int i = 0; i < 20; i++) {
            answer(20);
            local = local.plusMillis(2_000);
        }
        Instant stopped = endpointTime(20);
        local = local.plus(Duration.ofHours(3));

        clock.heard(DateTimeFormatter.RFC_1123_DATE_TIME.format(stopped.atOffset(ZoneOffset.UTC)));

        assertThat(clock.instant()).isCloseTo(stopped, within(15, ChronoUnit.SECONDS));
    }

    @Test
    void aHeaderThatIsNoDateIsIgnored() {
        clock.heard("yesterday");

        assertThat(clock.lastHeard()).isEmpty();
    }
}
