package io.tapdeck.monitor;

import io.tapdeck.environment.ChartDescription;
import io.tapdeck.environment.MetricDescription;
import io.tapdeck.environment.MetricDimension;
import io.tapdeck.environment.PhysicalResource;
import java.time.Duration;
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
record MetricSource(
        String account, String region, MetricDescription description, List<Metric> metrics, Duration period) {

    /** The series of a chart; empty while a resource that it measures does not exist. */
    static Optional<MetricSource> of(Watched environment, ChartDescription chart, Duration period) {
        return metrics(chart.metric(), environment.resources())
                .map(metrics ->
                        new MetricSource(environment.account(), environment.region(), chart.metric(), metrics, period));
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

    /** Its name in the local store. */
    String key() {
        return String.join(
                "|",
                account,
                region,
                metrics.stream().map(MetricSource::key).collect(Collectors.joining("+")),
                description.statistic(),
                Long.toString(period.toSeconds()));
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
