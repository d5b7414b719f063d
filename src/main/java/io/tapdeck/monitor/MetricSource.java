package io.tapdeck.monitor;

import io.tapdeck.environment.MetricDescription;
import io.tapdeck.environment.MetricDimension;
import io.tapdeck.environment.PhysicalResource;
import io.tapdeck.store.MetricArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/**
 * One series as CloudWatch knows it.
 *
 * @param metrics one, or those whose sum it is
 */
record MetricSource(String account, String region, MetricDescription description, List<Metric> metrics) {

    /** What a description looks at; empty while a resource that it measures does not exist. */
    static Optional<MetricSource> of(Watched environment, MetricDescription description) {
        return metrics(description, environment.resources())
                .map(metrics -> new MetricSource(environment.account(), environment.region(), description, metrics));
    }

    /** How many queries of GetMetricData it takes: a sum takes one for each metric, and one for itself. */
    int queries() {
        return metrics.size() == 1 ? 1 : metrics.size() + 1;
    }

    /** What a description looks at in an environment of {@code resources}; empty while one of them does not exist. */
    static Optional<List<Metric>> metrics(MetricDescription description, List<PhysicalResource> resources) {
        List<Metric> metrics = new ArrayList<>();
        for (MetricDescription.Part part : description.parts()) {
            List<Dimension> dimensions = new ArrayList<>();
            for (MetricDimension dimension : part.dimensions()) {
                Optional<String> value = dimension.in(resources);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                dimensions.add(Dimension.builder()
                        .name(dimension.name())
                        .value(value.get())
                        .build());
            }
            metrics.add(Metric.builder()
                    .namespace(part.namespace())
                    .metricName(part.name())
                    .dimensions(dimensions)
                    .build());
        }
        return Optional.of(metrics);
    }

    /** The name of its points of a resolution in the local store. */
    String series(Resolution resolution) {
        return MetricArchive.series(
                String.join(
                        "|",
                        account,
                        region,
                        metrics.stream().map(MetricSource::key).collect(Collectors.joining("+")),
                        description.statistic()),
                resolution.period());
    }

    private static String key(Metric metric) {
        return String.join(
                "|",
                metric.namespace(),
                metric.metricName(),
                metric.dimensions().stream()
                        .map(dimension -> dimension.name() + "=" + dimension.value())
                        .collect(Collectors.joining(",")));
    }
}
