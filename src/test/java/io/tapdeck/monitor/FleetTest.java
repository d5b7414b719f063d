package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refresh of many environments takes no more calls than CloudWatch's limits make necessary. */
class FleetTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void fiveHundredEnvironmentsTakeTheBatchedMinimumOfCalls(@TempDir Path folder) {
        VirtualClock clock = new VirtualClock(NOON);
        List<Watched> environments = FleetCloudWatch.environments("111122223333", "us-east-1", 500);
        FleetCloudWatch cloudWatch = new FleetCloudWatch(environments);
        try (Store store = Stores.open(folder, clock).store()) {
            Monitor monitor = new CloudWatchMonitor(new InProcessConnection(cloudWatch, clock), store);
            // The first reads a day of five minutes of all: 289 points each, so 348 to a call.
            monitor.glance(environments);
            assertThat(cloudWatch.metricCalls.getAndSet(0)).isEqualTo(2);
            cloudWatch.alarmCalls.set(0);

            clock.advance(Duration.ofMinutes(1));
            Map<String, Glance> glances = monitor.glance(environments);

            assertThat(cloudWatch.metricCalls).hasValue(500 / MetricBatch.MOST_QUERIES);
            assertThat(cloudWatch.alarmCalls).hasValue(500 * 4 / AlarmReader.PAGE);
            assertThat(glances).hasSize(500).allSatisfy((stack, glance) -> {
                assertThat(glance.alarms()).hasSize(4);
                assertThat(glance.line().points()).hasSize(289);
            });
        }
    }
}
