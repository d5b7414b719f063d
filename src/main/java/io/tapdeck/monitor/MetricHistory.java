package io.tapdeck.monitor;

import io.tapdeck.store.Store;
import io.tapdeck.store.Store.StoredPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has been read of each series: asks CloudWatch only for what is new, and keeps it in the store. Thread-safe. */
final class MetricHistory {
    /** Young points may still change or arrive late, so the newest ones are asked for again. */
    private static final int ASKED_AGAIN = 3;

    private final MetricReader reader;
    private final Store store;
    private final Map<String, Covered> covered = new HashMap<>();

    MetricHistory(MetricReader reader, Store store) {
        this.reader = reader;
        this.store = store;
    }

    private record Covered(Instant from, Instant until) {}

    /** Reads what is missing of {@code sources}, all of one period, between the two times. */
    synchronized void update(List<MetricSource> sources, Instant start, Instant end) {
        if (sources.isEmpty()) {
            return;
        }
        Instant from = end;
        for (MetricSource source : sources) {
            Instant missing = missingFrom(source, start);
            from = missing.isBefore(from) ? missing : from;
        }
        Instant aligned = floor(from, sources.getFirst().period());
        reader.read(sources, aligned, end).forEach((source, points) -> store.savePoints(source.key(), points));
        for (MetricSource source : sources) {
            Covered before = covered.get(source.key());
            Instant since = before != null
                            && !aligned.isAfter(before.until())
                            && before.from().isBefore(aligned)
                    ? before.from()
                    : aligned;
            covered.put(source.key(), new Covered(since, end));
        }
    }

    private Instant missingFrom(MetricSource source, Instant start) {
        @Nullable Covered known = covered.get(source.key());
        if (known == null || floor(start, source.period()).isBefore(known.from())) {
            return start;
        }
        Instant again = known.until().minus(source.period().multipliedBy(ASKED_AGAIN));
        return again.isBefore(start) ? start : again;
    }

    /** What is kept of a series, oldest first. */
    List<Series.Point> points(MetricSource source, Instant start, Instant end) {
        return store.points(source.key(), start, end).stream()
                .map((StoredPoint point) -> new Series.Point(point.at(), point.value()))
                .toList();
    }

    private static Instant floor(Instant instant, Duration period) {
        long seconds = period.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
    }
}
