package io.tapdeck.deploy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of a running operation. Pure: made by {@link Forecasts} from what is known now.
 *
 * @param spans by {@link PlannedResource#id}, one for every planned resource
 * @param leftLow what is left if everything takes as long as usual
 * @param leftHigh what is left if everything takes as long as it is known to take at the latest; not below
 *     {@code leftLow}
 */
public record Forecast(Map<String, Span> spans, Duration leftLow, Duration leftHigh) {
    public Forecast {
        spans = Map.copyOf(spans);
    }

    /**
     * Where one resource stands on the timeline.
     *
     * @param start when it started, else when it is expected to
     * @param end when it ended, else when it usually would; never before now while it has not ended
     * @param latest when it ended, else when it would at the latest; not before {@code end}
     */
    public record Span(Instant start, Instant end, Instant latest) {}

    /**
     * How far one resource has come.
     *
     * @param startedAt when its first event came
     * @param endedAt when it reached its end, whichever; null while it runs
     */
    public record Progress(Instant startedAt, @Nullable Instant endedAt) {}
}
