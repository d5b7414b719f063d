package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.PhysicalResource;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints what watching costs. Figures, not assertions. */
@Tag("bench")
class FleetBenchmark {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final int REFRESHES = 60;
    private static final List<String> ACCOUNTS = List.of("111122223333", "444455556666", "777788889999");
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");

    private record Place(Monitor monitor, List<Watched> environments, FleetCloudWatch cloudWatch) {}

    @Test
    void fiveHundredEnvironmentsOverThreeAccountsAndTwoRegions(@TempDir Path folder) {
        VirtualClock clock = new VirtualClock(NOON);
        try (Store store = Stores.open(folder, clock).store()) {
            List<Place> places = places(clock, store);
            refresh(places);
            places.forEach(place -> place.cloudWatch().metricCalls.set(0));
            places.forEach(place -> place.cloudWatch().alarmCalls.set(0));
            long before = cpuNanos();
            for (int i = 0; i < REFRESHES; i++) {
                clock.advance(Duration.ofMinutes(1));
                refresh(places);
            }
            double secondsEach = (cpuNanos() - before) / 1e9 / REFRESHES;
            int metrics = places.stream()
                            .mapToInt(place -> place.cloudWatch().metricCalls.get())
                            .sum()
                    / REFRESHES;
            int alarms = places.stream()
                            .mapToInt(place -> place.cloudWatch().alarmCalls.get())
                            .sum()
                    / REFRESHES;
            int least = places.stream().mapToInt(FleetBenchmark::least).sum();
            System.out.printf(
                    "refresh of 500 environments (3 accounts, 2 regions): %d GetMetricData + %d DescribeAlarms, batched"
                            + " minimum %d; %.0f ms of processor time (without HTTP), %.2f %% of one core at one a minute%n",
                    metrics, alarms, least, secondsEach * 1000, secondsEach / 60 * 100);
            assertThat(metrics + alarms).isEqualTo(least);
        }
    }

    @Test
    void anEnvironmentFromLocalHistory(@TempDir Path folder) throws IOException {
        VirtualClock clock = new VirtualClock(NOON);
        Watched environment = new Watched(
                "111122223333",
                "us-east-1",
                "tapdeck-aurora-mysql-e0",
                FleetCloudWatch.environments("111122223333", "us-east-1", 1)
                        .getFirst()
                        .blueprint(),
                List.of(new PhysicalResource(
                        "AuroraCluster1", "AWS::RDS::DBCluster", "tapdeck-aurora-mysql-e0-cluster")));
        FleetCloudWatch cloudWatch = new FleetCloudWatch(List.of(environment));
        Window minutes = new Window(NOON.minus(Duration.ofDays(15)), NOON, Resolution.MINUTE);
        int points;
        try (Store store = Stores.open(folder, clock).store()) {
            Monitor monitor = monitor(clock, store, cloudWatch);
            Watch read = monitor.refresh(environment, minutes);
            points = read.series().stream()
                            .mapToInt(series -> series.points().size())
                            .sum()
                    + read.members().stream()
                            .mapToInt(series -> series.points().size())
                            .sum();
        }
        long bytes = Files.size(folder.resolve("tapdeck.db"));
        try (Store store = Stores.open(folder, clock).store()) {
            Monitor monitor = monitor(clock, store, cloudWatch);
            for (Range range : List.of(Range.THREE_HOURS, Range.DAY)) {
                long start = System.nanoTime();
                Watch known = monitor.known(environment, Window.of(range, NOON));
                System.out.printf(
                        "known environment after a restart, %s, 12 lines: %.1f ms%n",
                        range.label(), (System.nanoTime() - start) / 1e6);
                assertThat(known.alarms()).isNotEmpty();
            }
        }
        System.out.printf(
                "local history: %,d points in %.1f MB, %.0f bytes a point; a line of 90 days of minutes %.1f MB%n",
                points, bytes / 1e6, (double) bytes / points, (double) bytes / points * 129_600 / 1e6);
    }

    private static Monitor monitor(VirtualClock clock, Store store, FleetCloudWatch cloudWatch) {
        return new CloudWatchMonitor(new InProcessConnection(cloudWatch, clock), store);
    }

    private static List<Place> places(VirtualClock clock, Store store) {
        List<Place> places = new ArrayList<>();
        for (String account : ACCOUNTS) {
            for (String region : REGIONS) {
                // 500 = 4 x 83 + 2 x 84
                List<Watched> environments = FleetCloudWatch.environments(account, region, places.size() < 2 ? 84 : 83);
                FleetCloudWatch cloudWatch = new FleetCloudWatch(environments);
                places.add(new Place(monitor(clock, store, cloudWatch), environments, cloudWatch));
            }
        }
        return places;
    }

    private static int least(Place place) {
        int environments = place.environments().size();
        return Math.ceilDiv(environments, MetricBatch.MOST_QUERIES) + Math.ceilDiv(environments * 4, AlarmReader.PAGE);
    }

    private static void refresh(List<Place> places) {
        places.forEach(place -> place.monitor().glance(place.environments()));
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
