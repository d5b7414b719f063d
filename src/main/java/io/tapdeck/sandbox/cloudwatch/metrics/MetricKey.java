package io.tapdeck.sandbox.cloudwatch.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/**
 * What tells one metric from another (user guide, "Metrics concepts"): every combination of dimensions is a metric of its
 * own.
 *
 * @param dimensions values by name
 */
public record MetricKey(String namespace, String name, Map<String, String> dimensions) {
    /** Copies the dimensions. */
    public MetricKey {
        dimensions = Map.copyOf(dimensions);
    }

    /** The metric that a request names. */
    public static MetricKey of(String namespace, String name, List<Dimension> dimensions) {
        Map<String, String> byName = new TreeMap<>();
        dimensions.forEach(dimension -> byName.put(dimension.name(), dimension.value()));
        return new MetricKey(namespace, name, byName);
    }

    /** The metric that a request names. */
    public static MetricKey of(Metric metric) {
        return of(metric.namespace(), metric.metricName(), metric.dimensions());
    }

    /** As CloudWatch lists it, dimensions by name. */
    public Metric toMetric() {
        return Metric.builder()
                .namespace(namespace)
                .metricName(name)
                .dimensions(new TreeMap<>(dimensions)
                        .entrySet().stream()
                                .map(entry -> Dimension.builder()
                                        .name(entry.getKey())
                                        .value(entry.getValue())
                                        .build())
                                .toList())
                .build();
    }
}
