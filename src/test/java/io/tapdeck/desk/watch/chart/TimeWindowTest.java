package io.tapdeck.desk.watch.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.watch.chart.TimeWindow.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What all charts of a page look at. */
class TimeWindowTest {
    private static final Instant NOW = Instant.parse("2026-11-20T14:42:00Z");
    private final TimeWindow window = window();

    private static TimeWindow window() {
        return new TimeWindow(NOW.minus(Duration.ofHours(3)), NOW, ZoneId.of("Europe/Berlin"));
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    @Property(tries = 300)
    void neverLooksPastNowNorFurtherThanAwsKeepsNorCloserThanAnHour(
            @ForAll @DoubleRange(min = 0.01, max = 10_000) double factor,
            @ForAll @IntRange(min = -20_000, max = 20_000) int hours) {
        TimeWindow moved = window();
        moved.zoom(factor, NOW.minus(hours(1)));
        moved.pan(hours(hours));
        assertThat(moved.span().end()).isBeforeOrEqualTo(NOW);
        assertThat(moved.span().start()).isAfterOrEqualTo(NOW.minus(TimeWindow.MOST));
        assertThat(moved.span().length()).isBetween(TimeWindow.LEAST, TimeWindow.MOST);
    }

    @Test
    void theTimeUnderThePointerKeepsItsPlaceWhileZooming() {
        window.pan(hours(-10));
        Instant around = window.span().start().plus(hours(1));
        window.zoom(2, around);
        assertThat(window.span().length()).isEqualTo(hours(6));
        assertThat(Duration.between(window.span().start(), around)).isEqualTo(hours(2));
    }

    @Test
    void goesAlongWithNowUntilItIsMovedAway() {
        Instant later = NOW.plusSeconds(60);
        window.home(later.minus(hours(3)), later);
        assertThat(window.span().end()).isEqualTo(later);

        window.zoom(0.5, later);
        Instant latest = later.plusSeconds(60);
        window.home(latest.minus(hours(3)), latest);
        assertThat(window.span()).isEqualTo(new Span(latest.minus(Duration.ofMinutes(90)), latest));

        window.pan(hours(-5));
        Span away = window.span();
        window.home(latest.minus(hours(2)), latest.plusSeconds(60));
        assertThat(window.span()).isEqualTo(away);
        assertThat(window.moved()).isTrue();
    }

    @Test
    void backIsTheRangeOfThePage() {
        window.pan(hours(-5));
        window.back();
        assertThat(window.span()).isEqualTo(new Span(NOW.minus(hours(3)), NOW));
        assertThat(window.moved()).isFalse();
    }

    @Test
    void utcIsShownOnDemandAndSaysSo() {
        assertThat(window.zoneName()).isEmpty();
        window.toggleUtc();
        assertThat(window.zoneProperty().get()).isEqualTo(ZoneOffset.UTC);
        assertThat(window.zoneName()).isEqualTo("UTC");
        window.toggleUtc();
        assertThat(window.zoneProperty().get()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }
}
