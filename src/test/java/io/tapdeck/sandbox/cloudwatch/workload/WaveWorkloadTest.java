package io.tapdeck.sandbox.cloudwatch.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.cloudwatch.SandboxCloudWatch;
import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** A blueprint's metrics from a file, without a class of its own. */
class WaveWorkloadTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");
    private final VirtualClock clock = new VirtualClock(MIDNIGHT);
    private final ResourceWorld world = new ResourceWorld();
    private final SandboxCloudWatch cloudWatch = new SandboxCloudWatch(clock, world, "000000000000", "us-east-1");

    @Test
    void risesToNoonAndHasItsSpikes() {
        put("AWS::Lambda::Function", "worker", "wave-of-tests");
        clock.advance(Duration.ofHours(24));
        List<Datapoint> points = points("AWS/Lambda", "Invocations", "FunctionName", "worker");

        assertThat(points).hasSize(1440);
        assertThat(points.get(2).sum()).isBetween(9.0, 11.0);
        assertThat(points.get(12 * 60 + 2).sum()).isBetween(27.0, 33.0);
        assertThat(points.get(31).sum()).isGreaterThan(99);
        assertThat(points.stream().filter(point -> point.sum() > 90)).hasSize(24 * 5);
    }

    @Test
    void theDimensionMayBeAnAttribute() {
        put("AWS::SNS::Topic", "arn:aws:sns:us-east-1:000000000000:news", "wave-of-tests");
        clock.advance(Duration.ofMinutes(10));

        assertThat(points("AWS/SNS", "NumberOfMessagesPublished", "TopicName", "news"))
                .hasSize(10)
                .allMatch(point -> point.sum() == 3);
    }

    @Test
    void holdsForItsOwnBlueprintsStacksOnly() {
        put("AWS::Lambda::Function", "worker", "another");
        clock.advance(Duration.ofMinutes(10));

        assertThat(cloudWatch.listMetrics().metrics()).isEmpty();
    }

    private void put(String type, String physicalId, String blueprint) {
        world.put(new LiveResource(
                "stack",
                "stack",
                "R",
                type,
                physicalId,
                JsonNodeFactory.instance.objectNode(),
                JsonNodeFactory.instance.objectNode().put("TopicName", "news"),
                Map.of("tapdeck:blueprint", blueprint),
                clock.instant(),
                clock.instant()));
    }

    private List<Datapoint> points(String namespace, String metric, String dimension, String value) {
        return cloudWatch
                .getMetricStatistics(request -> request.namespace(namespace)
                        .metricName(metric)
                        .dimensions(
                                Dimension.builder().name(dimension).value(value).build())
                        .startTime(MIDNIGHT)
                        .endTime(clock.instant())
                        .period(60)
                        .statistics(Statistic.SUM))
                .datapoints();
    }
}
