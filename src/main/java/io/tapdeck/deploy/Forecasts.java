package io.tapdeck.deploy;

import io.tapdeck.deploy.Forecast.Progress;
import io.tapdeck.deploy.Forecast.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Estimates what is left: the critical path through the dependency graph, once with usual and once with latest
 * durations. CloudFormation starts a resource as soon as all that it depends on is done (user guide, "Managing resource
 * dependencies").
 */
public final class Forecasts {
    private Forecasts() {}

    /**
     * The forecast at {@code now}.
     *
     * @param resources in dependency order, as a review or {@link DeploymentEvent.Started} lists them
     * @param progress by {@link PlannedResource#id}; resources without an entry have not started
     * @param startedAt when the operation started, by the endpoint's clock
     * @param now the endpoint's time
     */
    public static Forecast of(
            List<PlannedResource> resources, Map<String, Progress> progress, Instant startedAt, Instant now) {
        Map<String, Span> spans = new HashMap<>();
        for (PlannedResource resource : resources) {
            spans.put(resource.id(), span(resource, progress.get(resource.id()), spans, startedAt, now));
        }
        return new Forecast(spans, left(spans.values(), Span::end, now), left(spans.values(), Span::latest, now));
    }

    private static Span span(
            PlannedResource resource,
            @Nullable Progress progress,
            Map<String, Span> before,
            Instant startedAt,
            Instant now) {
        Duration latest = longer(resource.usual(), resource.latest());
        if (progress == null) {
            // What has not started by now cannot start in the past.
            Instant earliest = later(startedAt, now);
            Instant start = afterAll(resource, before, Span::end, earliest);
            Instant lateStart = afterAll(resource, before, Span::latest, earliest);
            return new Span(start, start.plus(resource.usual()), lateStart.plus(latest));
        }
        Instant started = progress.startedAt();
        if (progress.endedAt() != null) {
            return new Span(started, progress.endedAt(), progress.endedAt());
        }
        Instant end = later(started.plus(resource.usual()), now);
        return new Span(started, end, later(started.plus(latest), end));
    }

    private static Instant afterAll(
            PlannedResource resource, Map<String, Span> before, Function<Span, Instant> time, Instant earliest) {
        return resource.dependsOn().stream()
                .flatMap(id -> Optional.ofNullable(before.get(id)).stream())
                .map(time)
                .reduce(earliest, Forecasts::later);
    }

    private static Duration left(Collection<Span> spans, Function<Span, Instant> time, Instant now) {
        Instant last = spans.stream().map(time).reduce(now, Forecasts::later);
        return Duration.between(now, last);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
