package io.tapdeck.sandbox.cloudwatch;

import io.tapdeck.sandbox.cloudwatch.metrics.MetricKey;
import io.tapdeck.sandbox.cloudwatch.metrics.MetricSource;
import io.tapdeck.sandbox.cloudwatch.metrics.StatisticSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

/** What callers have put with PutMetricData. */
final class PutMetrics implements MetricSource {
    private static final int MOST_METRICS = 1000;
    private static final int MOST_VALUES = 150;

    private final Map<MetricKey, Map<String, TreeMap<Instant, StatisticSet>>> values = new LinkedHashMap<>();

    /** Checks everything, then keeps everything (API reference, "PutMetricData"). */
    void put(PutMetricDataRequest request, Instant now) {
        if (request.namespace().startsWith("AWS/")) {
            throw Refusals.invalidValue("The value AWS/ for parameter Namespace is invalid.");
        }
        if (request.metricData().size() > MOST_METRICS) {
            throw Refusals.validation(
                    "The collection MetricData must not have a size greater than " + MOST_METRICS + ".");
        }
        for (int index = 0; index < request.metricData().size(); index++) {
            check(request.metricData().get(index), "MetricData.member." + (index + 1));
        }
        request.metricData().forEach(datum -> keep(request.namespace(), datum, now));
    }

    private static void check(MetricDatum datum, String at) {
        boolean many = datum.hasValues();
        if (datum.value() != null && many) {
            throw exclusive(at, "Value", "Values");
        }
        if (datum.value() != null && datum.statisticValues() != null) {
            throw exclusive(at, "Value", "StatisticValues");
        }
        if (datum.value() == null && !many && datum.statisticValues() == null) {
            throw Refusals.missing("At least one of the parameters " + at + ".Value, " + at + ".Values or " + at
                    + ".StatisticValues must be specified.");
        }
        if (many && datum.hasCounts() && datum.values().size() != datum.counts().size()) {
            throw Refusals.invalidValue(
                    "The parameters %s.Values and %s.Counts must be of the same size.".formatted(at, at));
        }
        if (datum.values().size() > MOST_VALUES) {
            throw Refusals.invalidValue(
                    "The collection %s.Values must not have a size greater than %d.".formatted(at, MOST_VALUES));
        }
    }

    private static RuntimeException exclusive(String at, String one, String other) {
        return Refusals.invalidCombination(
                "The parameters %s.%s and %s.%s are mutually exclusive and you have specified both."
                        .formatted(at, one, at, other));
    }

    private void keep(String namespace, MetricDatum datum, Instant now) {
        Instant given = datum.timestamp() == null ? now : datum.timestamp();
        boolean highResolution = datum.storageResolution() != null && datum.storageResolution() == 1;
        Instant at = given.truncatedTo(highResolution ? ChronoUnit.SECONDS : ChronoUnit.MINUTES);
        values.computeIfAbsent(MetricKey.of(namespace, datum.metricName(), datum.dimensions()), _ -> new TreeMap<>())
                .computeIfAbsent(datum.unit() == null ? "None" : datum.unitAsString(), _ -> new TreeMap<>())
                .merge(at, statistics(datum), StatisticSet::plus);
    }

    private static StatisticSet statistics(MetricDatum datum) {
        if (datum.value() != null) {
            return StatisticSet.of(datum.value());
        }
        if (datum.statisticValues() != null) {
            return new StatisticSet(
                    datum.statisticValues().sampleCount(),
                    datum.statisticValues().sum(),
                    datum.statisticValues().minimum(),
                    datum.statisticValues().maximum());
        }
        StatisticSet all = null;
        for (int index = 0; index < datum.values().size(); index++) {
            double count = datum.hasCounts() ? datum.counts().get(index) : 1;
            StatisticSet one = StatisticSet.of(datum.values().get(index), count);
            all = all == null ? one : all.plus(one);
        }
        if (all == null) {
            throw Refusals.missing("The parameter Values must not be empty.");
        }
        return all;
    }

    @Override
    public List<MetricKey> metrics(Instant from, Instant to) {
        return values.entrySet().stream()
                .filter(metric -> metric.getValue().values().stream()
                        .anyMatch(byTime -> !byTime.tailMap(from).isEmpty()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Set<String> units(MetricKey metric) {
        return values.getOrDefault(metric, Map.of()).keySet();
    }

    @Override
    public Optional<StatisticSet> statistics(MetricKey metric, Instant from, Instant to, String unit) {
        return values
                .getOrDefault(metric, Map.of())
                .getOrDefault(unit, new TreeMap<>())
                .subMap(from, to)
                .values()
                .stream()
                .reduce(StatisticSet::plus);
    }
}
