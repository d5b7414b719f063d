package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.Forecast.Progress;
import io.tapdeck.deploy.Forecast.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForecastsTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    /** The writer waits for the cluster; the topic for nobody. */
    private static final List<PlannedResource> RESOURCES =
            List.of(resource("topic", 10, 20), resource("cluster", 200, 300), resource("writer", 600, 900, "cluster"));

    private static PlannedResource resource(String id, int usual, int latest, String... dependsOn) {
        return new PlannedResource(
                id, id, "AWS::Test::" + id, List.of(dependsOn), Duration.ofSeconds(usual), Duration.ofSeconds(latest));
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    @Test
    void theLongestPathThroughTheDependenciesIsLeftAtTheStart() {
        Forecast forecast = Forecasts.of(RESOURCES, Map.of(), START, START);

        assertThat(forecast.leftLow()).isEqualTo(Duration.ofSeconds(800));
        assertThat(forecast.leftHigh()).isEqualTo(Duration.ofMinutes(20));
        assertThat(forecast.spans())
                .containsEntry("topic", new Span(at(0), at(10), at(20)))
                .containsEntry("writer", new Span(at(200), at(800), at(1200)));
    }

    @Test
    void whatHasHappenedReplacesWhatWasExpected() {
        Forecast forecast = Forecasts.of(
                RESOURCES,
                Map.of("topic", new Progress(at(0), at(15)), "cluster", new Progress(at(5), at(105))),
                START,
                at(105));

        assertThat(forecast.spans())
                .containsEntry("cluster", new Span(at(5), at(105), at(105)))
                .containsEntry("writer", new Span(at(105), at(705), at(1005)));
        assertThat(forecast.leftLow()).isEqualTo(Duration.ofMinutes(10));
        assertThat(forecast.leftHigh()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void whatIsLateIsNeverExpectedInThePast() {
        Forecast forecast = Forecasts.of(RESOURCES, Map.of("cluster", new Progress(at(0), null)), START, at(400));

        assertThat(forecast.spans())
                .containsEntry("cluster", new Span(at(0), at(400), at(400)))
                .containsEntry("topic", new Span(at(400), at(410), at(420)))
                .containsEntry("writer", new Span(at(400), at(1000), at(1300)));
    }

    @Test
    void nothingIsLeftWhenEverythingHasEnded() {
        Progress done = new Progress(at(0), at(50));
        Forecast forecast =
                Forecasts.of(RESOURCES, Map.of("topic", done, "cluster", done, "writer", done), START, at(60));

        assertThat(forecast.leftLow()).isZero();
        assertThat(forecast.leftHigh()).isZero();
    }
}
