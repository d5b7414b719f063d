package io.tapdeck.monitor;

import io.tapdeck.store.MetricArchive.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which times of a series are known at which resolution, and so what to ask for and what to show. Resolutions change on
 * full hours only: every resolution's grid has them, so no point reaches into the next stretch.
 */
final class Coverage {
    /** Young points may still change or arrive late, so the newest ones are asked for again. */
    private static final int ASKED_AGAIN = 3;

    private static final Duration LEAST_ASKED_AGAIN = Duration.ofMinutes(15);
    private static final Duration CELL = Duration.ofHours(1);

    private final Map<Resolution, List<Span>> known;

    /** What is known per resolution, oldest first; no two touch. */
    Coverage(Map<Resolution, List<Span>> known) {
        this.known = new EnumMap<>(Resolution.class);
        this.known.putAll(known);
    }

    /** How long a point is asked for again. */
    static Duration young(Resolution resolution) {
        Duration points = resolution.period().multipliedBy(ASKED_AGAIN);
        return points.compareTo(LEAST_ASKED_AGAIN) > 0 ? points : LEAST_ASKED_AGAIN;
    }

    /**
     * What to ask so that a window is whole: at its own resolution as far back as CloudWatch has it, coarser before that
     * where nothing finer is known.
     *
     * @return in each resolution at most one span, up to {@code now}
     */
    Map<Resolution, Span> missing(Window window, Instant now) {
        Map<Resolution, Span> missing = new EnumMap<>(Resolution.class);
        Instant until = Times.earlier(window.end(), now);
        for (Resolution resolution : Resolution.values()) {
            if (resolution.compareTo(window.resolution()) < 0) {
                continue;
            }
            Instant oldest = resolution.oldestAtCloudWatch(now);
            Instant start = Times.later(Times.floor(window.start(), resolution.period()), oldest);
            Instant end = until;
            gap(resolution, resolution != window.resolution(), start, end)
                    .ifPresent(gap -> missing.put(resolution, upTo(now, resolution, gap)));
            until = Times.earlier(until, oldest);
            if (!window.start().isBefore(until)) {
                break;
            }
        }
        return missing;
    }

    /** A little more than the gap, so that its newest points are no longer young. */
    private static Span upTo(Instant now, Resolution resolution, Span gap) {
        return new Span(gap.start(), Times.earlier(now, gap.end().plus(young(resolution))));
    }

    /** From where something is missing to where nothing is any more. */
    private Optional<Span> gap(Resolution resolution, boolean finerWillDo, Instant start, Instant end) {
        List<Span> settled = new ArrayList<>();
        known.forEach((kept, spans) -> {
            if (kept == resolution) {
                Duration young = young(resolution);
                spans.forEach(span -> settled.add(
                        new Span(span.start(), Times.floor(span.end().minus(young), resolution.period()))));
            } else if (finerWillDo && kept.compareTo(resolution) < 0) {
                spans.forEach(span ->
                        settled.add(new Span(Times.ceiling(span.start(), CELL), Times.floor(span.end(), CELL))));
            }
        });
        Instant from = start;
        Instant to = end;
        // Whatever reaches over one end moves it; as often as something does, for spans may overlap.
        for (boolean moved = true; moved && from.isBefore(to); ) {
            moved = false;
            for (Span span : settled) {
                if (!span.start().isAfter(from) && span.end().isAfter(from)) {
                    from = span.end();
                    moved = true;
                }
                if (span.start().isBefore(to) && !span.end().isBefore(to)) {
                    to = span.start();
                    moved = true;
                }
            }
        }
        return from.isBefore(to) ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    /** What to show of a window, oldest first: each hour at the wished resolution, else the next finer, else coarser. */
    List<Series.Stretch> stretches(Window window) {
        List<Resolution> byPreference = byPreference(window.resolution());
        List<Series.Stretch> stretches = new ArrayList<>();
        for (Instant cell = Times.floor(window.start(), CELL); cell.isBefore(window.end()); cell = cell.plus(CELL)) {
            Span hour = new Span(Times.later(cell, window.start()), Times.earlier(cell.plus(CELL), window.end()));
            best(byPreference, hour).ifPresent(resolution -> show(resolution, hour, stretches));
        }
        return stretches;
    }

    /** The wished one, then the finer ones, then the coarser. */
    private static List<Resolution> byPreference(Resolution wished) {
        List<Resolution> all = new ArrayList<>(
                List.copyOf(EnumSet.range(Resolution.MINUTE, wished)).reversed());
        all.addAll(EnumSet.complementOf(EnumSet.range(Resolution.MINUTE, wished)));
        return all;
    }

    /** The first that knows all of the hour, else the one that knows most of it. */
    private Optional<Resolution> best(List<Resolution> byPreference, Span hour) {
        Resolution best = null;
        Duration most = Duration.ZERO;
        Duration all = Duration.between(hour.start(), hour.end());
        for (Resolution resolution : byPreference) {
            Duration found = Duration.ZERO;
            for (Span span : within(resolution, hour)) {
                found = found.plus(Duration.between(span.start(), span.end()));
            }
            if (found.compareTo(all) >= 0) {
                return Optional.of(resolution);
            }
            if (found.compareTo(most) > 0) {
                best = resolution;
                most = found;
            }
        }
        return Optional.ofNullable(best);
    }

    private void show(Resolution resolution, Span hour, List<Series.Stretch> stretches) {
        Duration period = resolution.period();
        for (Span span : within(resolution, hour)) {
            Series.Stretch last = stretches.isEmpty() ? null : stretches.getLast();
            if (last != null && last.period().equals(period) && last.end().equals(span.start())) {
                stretches.set(stretches.size() - 1, new Series.Stretch(last.start(), span.end(), period));
            } else {
                // The period in which a window begins belongs to it.
                stretches.add(new Series.Stretch(Times.floor(span.start(), period), span.end(), period));
            }
        }
    }

    /** The parts of an hour that are known. */
    private List<Span> within(Resolution resolution, Span hour) {
        return known.getOrDefault(resolution, List.of()).stream()
                .filter(span -> span.start().isBefore(hour.end()) && span.end().isAfter(hour.start()))
                .map(span -> new Span(Times.later(span.start(), hour.start()), Times.earlier(span.end(), hour.end())))
                .toList();
    }
}
