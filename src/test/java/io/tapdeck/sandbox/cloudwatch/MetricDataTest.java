package io.tapdeck.sandbox.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** The rules of GetMetricData, on the metrics of a cluster that began at 08:00. */
class MetricDataTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private final VirtualClock clock = new VirtualClock(START);
    private final ResourceWorld world = new ResourceWorld();
    private final SandboxCloudWatch cloudWatch = new SandboxCloudWatch(clock, world, "000000000000", "us-east-1");
    private final Aurora dev = new Aurora(world, "dev");

    @BeforeEach
    void anHourHasPassed() {
        dev.cluster(0.5, 2, START);
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void theEndIsExclusiveAndTheStartIsNot() {
        assertThat(answer(ask(60, START.plusSeconds(600), START.plusSeconds(900), "CPUUtilization"))
                        .timestamps())
                .containsExactly(
                        START.plusSeconds(600),
                        START.plusSeconds(660),
                        START.plusSeconds(720),
                        START.plusSeconds(780),
                        START.plusSeconds(840));
    }

    @Test
    void aClusterHasNoDataBeforeItExists() {
        assertThat(answer(ask(60, START.minusSeconds(3600), START.plusSeconds(120), "CPUUtilization"))
                        .timestamps())
                .containsExactly(START, START.plusSeconds(60));
    }

    @Test
    void theRunningMinuteIsNotThereYet() {
        clock.advance(Duration.ofSeconds(59));
        MetricDataResult minutes = answer(ask(60, START, START.plusSeconds(7200), "CPUUtilization"));
        assertThat(minutes.timestamps().getLast()).isEqualTo(START.plusSeconds(59 * 60));
    }

    @Test
    void theNewestPeriodMayStillChange() {
        clock.advance(Duration.ofMinutes(1));
        Instant newest = START.plusSeconds(3600);
        double early = answer(ask(300, newest, newest.plusSeconds(300), "CPUUtilization"))
                .values()
                .getFirst();
        clock.advance(Duration.ofMinutes(4));
        double late = answer(ask(300, newest, newest.plusSeconds(300), "CPUUtilization"))
                .values()
                .getFirst();
        assertThat(late).isNotEqualTo(early);
    }

    @Test
    void utilizationIsCapacityOverTheMaximum() {
        GetMetricDataResponse answer = cloudWatch.getMetricData(
                ask(60, START, START.plusSeconds(3600), "ServerlessDatabaseCapacity", "ACUUtilization"));
        List<Double> capacity = answer.metricDataResults().get(0).values();
        List<Double> utilization = answer.metricDataResults().get(1).values();
        assertThat(capacity).hasSize(60);
        for (int i = 0; i < 60; i++) {
            assertThat(utilization.get(i)).isCloseTo(100 * capacity.get(i) / 2, within(1e-9));
        }
    }

    @Test
    void aClustersValueIsTheAverageOfItsInstances() {
        Instant at = START.plusSeconds(1800);
        double cluster = single("CPUUtilization", "DBClusterIdentifier", dev.clusterId(), at);
        double writer = single("CPUUtilization", "DBInstanceIdentifier", dev.clusterId() + "-writer", at);
        double reader = single("CPUUtilization", "DBInstanceIdentifier", dev.clusterId() + "-reader", at);
        assertThat(cluster).isCloseTo((writer + reader) / 2, within(1e-9));
    }

    @Test
    void aRolesValueIsThatOfTheInstanceInTheRole() {
        Instant at = START.plusSeconds(1800);
        assertThat(ofRole("WRITER", at))
                .isEqualTo(single("CPUUtilization", "DBInstanceIdentifier", dev.clusterId() + "-writer", at));
        assertThat(ofRole("READER", at))
                .isEqualTo(single("CPUUtilization", "DBInstanceIdentifier", dev.clusterId() + "-reader", at));
    }

    private double ofRole(String role, Instant at) {
        return cloudWatch
                .getMetricStatistics(request -> request.namespace("AWS/RDS")
                        .metricName("CPUUtilization")
                        .dimensions(
                                Dimension.builder()
                                        .name("DBClusterIdentifier")
                                        .value(dev.clusterId())
                                        .build(),
                                Dimension.builder().name("Role").value(role).build())
                        .startTime(at)
                        .endTime(at.plusSeconds(60))
                        .period(60)
                        .statistics(Statistic.AVERAGE))
                .datapoints()
                .getFirst()
                .average();
    }

    @Test
    void aChangedCapacityRangeHoldsFromThenOn() {
        MetricDataResult before = answer(ask(60, START, START.plusSeconds(3600), "ACUUtilization"));
        dev.cluster(8, 16, START);
        clock.advance(Duration.ofMinutes(1));
        cloudWatch.listMetrics(b -> {});
        clock.advance(Duration.ofMinutes(1));
        assertThat(answer(ask(60, START, START.plusSeconds(3600), "ACUUtilization"))
                        .values())
                .isEqualTo(before.values());
        assertThat(answer(ask(60, START.plusSeconds(3660), START.plusSeconds(3720), "ServerlessDatabaseCapacity"))
                        .values()
                        .getFirst())
                .isGreaterThanOrEqualTo(8);
    }

    @Test
    void pagesTogetherHaveEveryPointOnce() {
        GetMetricDataRequest.Builder ask =
                ask(60, START, START.plusSeconds(3600), "ACUUtilization", "CPUUtilization").toBuilder()
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING);
        GetMetricDataResponse whole = cloudWatch.getMetricData(ask.build());
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        List<StatusCode> statusOfFirst = new ArrayList<>();
        int pages = 0;
        String token = null;
        do {
            GetMetricDataResponse page = cloudWatch.getMetricData(
                    ask.maxDatapoints(25).nextToken(token).build());
            for (MetricDataResult result : page.metricDataResults()) {
                boolean isFirst = result.id().equals("q0");
                (isFirst ? first : second).addAll(result.values());
                if (isFirst) {
                    statusOfFirst.add(result.statusCode());
                }
            }
            token = page.nextToken();
            pages++;
        } while (token != null);
        assertThat(pages).isEqualTo(5);
        assertThat(first).isEqualTo(whole.metricDataResults().get(0).values());
        assertThat(second).isEqualTo(whole.metricDataResults().get(1).values());
        assertThat(statusOfFirst)
                .containsExactly(StatusCode.PARTIAL_DATA, StatusCode.PARTIAL_DATA, StatusCode.COMPLETE);
    }

    @Test
    void theNewestPointComesFirstUnlessAsked() {
        GetMetricDataRequest ask = ask(60, START, START.plusSeconds(180), "CPUUtilization");
        assertThat(cloudWatch
                        .getMetricData(ask.toBuilder().scanBy((String) null).build())
                        .metricDataResults()
                        .getFirst()
                        .timestamps())
                .containsExactly(START.plusSeconds(120), START.plusSeconds(60), START);
    }

    @Test
    void minutesAreKeptForFifteenDaysFiveMinutesForSixtyThree() {
        clock.advance(Duration.ofDays(20));
        assertThat(answer(ask(60, START, START.plusSeconds(3600), "CPUUtilization"))
                        .values())
                .isEmpty();
        assertThat(answer(ask(300, START, START.plusSeconds(3600), "CPUUtilization"))
                        .values())
                .hasSize(12);
        clock.advance(Duration.ofDays(44));
        assertThat(answer(ask(300, START, START.plusSeconds(3600), "CPUUtilization"))
                        .values())
                .isEmpty();
        assertThat(answer(ask(3600, START, START.plusSeconds(3600), "CPUUtilization"))
                        .values())
                .hasSize(1);
    }

    @Test
    void hoursAreKeptForFifteenMonths() {
        clock.advance(Duration.ofDays(460));
        Instant now = clock.instant();
        Instant old = now.minus(Duration.ofDays(454));
        MetricDataResult hours = answer(ask(3600, old, old.plus(Duration.ofHours(3)), "CPUUtilization"));

        assertThat(hours.timestamps()).containsExactly(old, old.plusSeconds(3600), old.plusSeconds(7200));
        assertThat(answer(ask(300, old, old.plus(Duration.ofHours(3)), "CPUUtilization"))
                        .timestamps())
                .as("what was finer is kept no longer")
                .isEmpty();
        assertThat(answer(ask(3600, START, now.minus(Duration.ofDays(456)), "CPUUtilization"))
                        .timestamps())
                .as("nothing is kept for longer")
                .isEmpty();
        SandboxCloudWatch askedOnlyNow = new SandboxCloudWatch(clock, world, "000000000000", "us-east-1");
        assertThat(askedOnlyNow
                        .getMetricData(ask(3600, old, old.plus(Duration.ofHours(3)), "CPUUtilization"))
                        .metricDataResults()
                        .getFirst()
                        .values())
                .isEqualTo(hours.values());
    }

    @Test
    void moreThanFiveHundredQueriesAreRefused() {
        List<MetricDataQuery> queries = IntStream.rangeClosed(0, 500)
                .mapToObj(i -> query("q" + i, 60, "CPUUtilization", "DBClusterIdentifier", dev.clusterId()))
                .toList();
        assertRefused(GetMetricDataRequest.builder()
                .metricDataQueries(queries)
                .startTime(START)
                .endTime(START.plusSeconds(60))
                .build());
    }

    @Test
    void whatCloudWatchWouldRefuseIsRefused() {
        GetMetricDataRequest good = ask(60, START, START.plusSeconds(60), "CPUUtilization");
        assertRefused(good.toBuilder().endTime(START).build());
        assertRefused(good.toBuilder().maxDatapoints(100_801).build());
        assertRefused(good.toBuilder()
                .metricDataQueries(
                        good.metricDataQueries().getFirst(),
                        good.metricDataQueries().getFirst())
                .build());
        assertRefused(good.toBuilder()
                .metricDataQueries(MetricDataQuery.builder()
                        .id("sum")
                        .expression("SUM(METRICS())")
                        .build())
                .build());
        assertRefused(good.toBuilder()
                .metricDataQueries(query("Upper", 60, "CPUUtilization", "DBClusterIdentifier", dev.clusterId()))
                .build());
        assertThatThrownBy(() -> answer(ask(90, START, START.plusSeconds(180), "CPUUtilization")))
                .isInstanceOf(InvalidParameterValueException.class);
        assertThatThrownBy(() -> cloudWatch.getMetricData(
                        good.toBuilder().nextToken("nonsense").build()))
                .isInstanceOf(InvalidNextTokenException.class);
    }

    private void assertRefused(GetMetricDataRequest request) {
        assertThatThrownBy(() -> cloudWatch.getMetricData(request)).isInstanceOf(CloudWatchException.class);
    }

    private MetricDataResult answer(GetMetricDataRequest request) {
        return cloudWatch.getMetricData(request).metricDataResults().getFirst();
    }

    private double single(String metric, String dimension, String value, Instant at) {
        return answer(GetMetricDataRequest.builder()
                        .metricDataQueries(query("one", 60, metric, dimension, value))
                        .startTime(at)
                        .endTime(at.plusSeconds(60))
                        .build())
                .values()
                .getFirst();
    }

    private GetMetricDataRequest ask(int period, Instant start, Instant end, String... metrics) {
        List<MetricDataQuery> queries = IntStream.range(0, metrics.length)
                .mapToObj(i -> query("q" + i, period, metrics[i], "DBClusterIdentifier", dev.clusterId()))
                .toList();
        return GetMetricDataRequest.builder()
                .metricDataQueries(queries)
                .startTime(start)
                .endTime(end)
                .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                .build();
    }

    private static MetricDataQuery query(String id, int period, String metric, String dimension, String value) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.period(period)
                        .stat("Average")
                        .metric(key -> key.namespace("AWS/RDS")
                                .metricName(metric)
                                .dimensions(Dimension.builder()
                                        .name(dimension)
                                        .value(value)
                                        .build())))
                .build();
    }
}
