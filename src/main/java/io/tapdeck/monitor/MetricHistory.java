package io.tapdeck.monitor;

import io.tapdeck.store.MetricArchive;
import io.tapdeck.store.MetricArchive.Reading;
import io.tapdeck.store.MetricArchive.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What has been read of each series: asks CloudWatch only for what is new, and keeps it in the store, longer than
 * CloudWatch does. Thread-safe.
 */
final class MetricHistory {
    private static final Duration TIDIED_EVERY = Duration.ofDays(1);

    private final MetricReader reader;
    private final MetricArchive archive;
    private Instant tidied = Instant.MIN;

    MetricHistory(MetricReader reader, MetricArchive archive) {
        this.reader = reader;
        this.archive = archive;
    }

    /** Reads what is missing of a window, in as few calls as possible for all sources together. */
    synchronized void update(List<MetricSource> sources, Window window, Instant now) {
        List<MetricQuestion> questions = new ArrayList<>();
        for (MetricSource source : sources.stream().distinct().toList()) {
            coverage(source)
                    .missing(window, now)
                    .forEach((resolution, span) ->
                            questions.add(new MetricQuestion(source, resolution, span.start(), span.end())));
        }
        if (questions.isEmpty()) {
            return;
        }
        List<Reading> readings = new ArrayList<>();
        for (MetricReader.Answer answer : reader.read(questions, now)) {
            MetricQuestion question = answer.question();
            // Nothing is covered by an answer in part, so that it is asked again.
            Span covered = new Span(question.start(), answer.complete() ? question.end() : question.start());
            readings.add(new Reading(question.source().series(question.resolution()), covered, answer.points()));
        }
        archive.save(readings);
        tidy(now);
    }

    private void tidy(Instant now) {
        if (tidied.isBefore(now.minus(TIDIED_EVERY))) {
            for (Resolution resolution : Resolution.values()) {
                archive.forget(resolution.period(), Times.floor(now.minus(resolution.keptHere()), Duration.ofHours(1)));
            }
            tidied = now;
        }
    }

    /** What is kept of a window. */
    Series series(MetricSource source, String chartId, String label, Window window) {
        List<Series.Stretch> stretches = coverage(source).stretches(window);
        List<Series.Point> points = new ArrayList<>();
        for (Series.Stretch stretch : stretches) {
            archive.points(source.series(Resolution.of(stretch.period())), stretch.start(), stretch.end()).stream()
                    .map(point -> new Series.Point(point.at(), point.value()))
                    .forEach(points::add);
        }
        return new Series(chartId, label, window.resolution().period(), points, stretches);
    }

    private Coverage coverage(MetricSource source) {
        Map<Resolution, List<Span>> known = new EnumMap<>(Resolution.class);
        for (Resolution resolution : Resolution.values()) {
            known.put(resolution, archive.covered(source.series(resolution)));
        }
        return new Coverage(known);
    }
}
