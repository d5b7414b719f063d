package io.tapdeck.monitor;

import io.tapdeck.environment.ChartDescription;
import io.tapdeck.environment.MetricDescription;
import java.time.Duration;
import java.util.Optional;

/**
 * One series as CloudWatch knows it.
 *
 * @param value the dimension's value
 */
record MetricSource(String account, String region, MetricDescription metric, String value, Duration period) {

    /** The series of a chart; empty while the resource that it measures does not exist. */
    static Optional<MetricSource> of(Watched environment, ChartDescription chart, Duration period) {
        String id = environment.physicalIds().get(chart.metric().resourceType());
        return Optional.ofNullable(id)
                .map(value ->
                        new MetricSource(environment.account(), environment.region(), chart.metric(), value, period));
    }

    /** Its name in the local store. */
    String key() {
        return String.join(
                "|",
                account,
                region,
                metric.namespace(),
                metric.name(),
                metric.dimension() + "=" + value,
                metric.statistic(),
                Long.toString(period.toSeconds()));
    }
}
