package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.Forecast;
import io.tapdeck.desk.deployment.ResourceProgress.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands on the timeline in one row: pure, so that it can be tested without a canvas. */
final class Bars {
    private Bars() {}

    /** What a bar says. */
    enum Kind {
        DONE,
        MADE,
        RUNNING,
        EXPECTED,
        FAILED,
        CANCELLED,
        UNDOING,
        UNDONE
    }

    /**
     * A bar.
     *
     * @param to for a running one now
     * @param latest end of its whisker, or null for none
     */
    record Bar(
            Kind kind, Instant from, Instant to, @Nullable Instant latest) {}

    /**
     * The bars of a resource.
     *
     * @param span what is expected of it, or null
     * @param failed whether the whole operation failed: what was made is grey then
     */
    static List<Bar> of(ResourceProgress resource, Forecast.@Nullable Span span, Instant now, boolean failed) {
        List<Bar> bars = new ArrayList<>();
        Instant started = resource.startedAt();
        if (started == null) {
            if (resource.phase() == Phase.WAITING && span != null) {
                bars.add(new Bar(Kind.EXPECTED, span.start(), span.end(), span.latest()));
            }
            return bars;
        }
        Instant ended = resource.endedAt();
        bars.add(new Bar(kind(resource, failed), started, ended == null ? now : ended, null));
        if (ended == null && span != null && span.latest().isAfter(now)) {
            bars.add(new Bar(Kind.EXPECTED, now, span.end(), span.latest()));
        }
        Instant undone = resource.undoneFrom();
        if (undone != null) {
            Instant until = resource.undoneAt();
            bars.add(new Bar(until == null ? Kind.UNDOING : Kind.UNDONE, undone, until == null ? now : until, null));
        }
        return bars;
    }

    private static Kind kind(ResourceProgress resource, boolean failed) {
        return switch (resource.phase()) {
            case RUNNING -> Kind.RUNNING;
            case FAILED -> Kind.FAILED;
            case CANCELLED -> Kind.CANCELLED;
            default -> failed ? Kind.MADE : Kind.DONE;
        };
    }

    /** The two thin bars of a group: what has happened, then what is expected. */
    static List<Bar> ofGroup(List<ResourceProgress> resources, Map<String, Forecast.Span> spans, Instant now) {
        List<Bar> bars = new ArrayList<>();
        Instant from = null;
        Instant to = null;
        for (ResourceProgress resource : resources) {
            for (Bar bar : of(resource, null, now, false)) {
                from = from == null || bar.from().isBefore(from) ? bar.from() : from;
                to = to == null || bar.to().isAfter(to) ? bar.to() : to;
            }
        }
        if (from != null && to != null) {
            bars.add(new Bar(Kind.MADE, from, to, null));
        }
        Instant first = null;
        Instant last = null;
        for (ResourceProgress resource : resources) {
            Forecast.Span span = resource.endedAt() == null ? spans.get(resource.id()) : null;
            if (span != null) {
                Instant begins = span.start().isBefore(now) ? now : span.start();
                first = first == null || begins.isBefore(first) ? begins : first;
                last = last == null || span.end().isAfter(last) ? span.end() : last;
            }
        }
        if (first != null && last != null && last.isAfter(first)) {
            bars.add(new Bar(Kind.EXPECTED, to == null || to.isBefore(first) ? first : to, last, null));
        }
        return bars;
    }
}
