package io.tapdeck.sandbox.cloudwatch.workload;

import io.tapdeck.sandbox.cloudwatch.metrics.MetricKey;
import io.tapdeck.sandbox.cloudwatch.metrics.MetricSource;
import io.tapdeck.sandbox.cloudwatch.metrics.StatisticSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A workload as CloudWatch sees it. A period is there once it is over. */
final class WorkloadMetrics implements MetricSource {

    private final InstantSource clock;
    private final Workload workload;
    private final Map<MetricKey, Series> series = new LinkedHashMap<>();

    WorkloadMetrics(InstantSource clock, Workload workload) {
        this.clock = clock;
        this.workload = workload;
    }

    @Override
    public void advance() {
        series.clear();
        workload.series().forEach(one -> series.put(one.metric(), one));
    }

    @Override
    public List<MetricKey> metrics(Instant from, Instant to) {
        return series.values().stream()
                .filter(one -> one.statistics(from, to, clock.instant()).isPresent())
                .map(Series::metric)
                .toList();
    }

    @Override
    public Set<String> units(MetricKey metric) {
        Series known = series.get(metric);
        return known == null ? Set.of() : Set.of(known.unit());
    }

    @Override
    public Optional<StatisticSet> statistics(MetricKey metric, Instant from, Instant to, String unit) {
        Series known = series.get(metric);
        return known == null || !known.unit().equals(unit)
                ? Optional.empty()
                : known.statistics(from, to, clock.instant());
    }
}
