package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.store.MetricArchive.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked of CloudWatch is no more than what is missing, however the known times overlap. */
class CoverageTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    /** Beyond the times that CloudWatch gives in minutes, so that both finer and equal points count. */
    private static final Instant START = NOW.minus(Duration.ofDays(30));

    private static final Window WINDOW = new Window(START, START.plus(Duration.ofHours(10)), Resolution.MINUTE);

    private static Instant hour(int number) {
        return START.plus(Duration.ofHours(number));
    }

    private static Span span(Instant start, Instant end) {
        return new Span(start, end);
    }

    private static Map<Resolution, Span> missing(List<Span> minutes, List<Span> fives) {
        return new Coverage(Map.of(Resolution.MINUTE, minutes, Resolution.FIVE_MINUTES, fives)).missing(WINDOW, NOW);
    }

    @Test
    void aSpanThatGoesOnWhereALaterOneOfTheListEndsMovesTheGapAgain() {
        // Five minutes lead to minutes, which are looked at before them.
        assertThat(missing(List.of(span(hour(3), hour(6))), List.of(span(START, hour(4)))))
                .containsOnlyKeys(Resolution.FIVE_MINUTES)
                .extractingByKey(Resolution.FIVE_MINUTES)
                .extracting(Span::start)
                .isEqualTo(hour(6));
    }

    @Test
    void theSameHoldsAtTheEnd() {
        Span asked = missing(List.of(span(hour(4), hour(7))), List.of(span(hour(6), hour(11))))
                .get(Resolution.FIVE_MINUTES);

        // The newest of what is asked for are no longer young.
        assertThat(asked).isEqualTo(span(START, hour(4).plus(Coverage.young(Resolution.FIVE_MINUTES))));
    }

    @Test
    void whatIsKnownFromBothEndsIsNotAskedFor() {
        assertThat(missing(List.of(span(hour(3), hour(7))), List.of(span(START, hour(4)), span(hour(6), hour(11)))))
                .isEmpty();
    }

    @Test
    void aHoleBetweenTwoIsAskedForAlone() {
        assertThat(missing(List.of(), List.of(span(START, hour(4)), span(hour(6), hour(11)))))
                .extractingByKey(Resolution.FIVE_MINUTES)
                .isEqualTo(span(
                        hour(4).minus(Coverage.young(Resolution.FIVE_MINUTES)),
                        hour(6).plus(Coverage.young(Resolution.FIVE_MINUTES))));
    }
}
