package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.environment.PhysicalResource;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.cloudwatch.Aurora;
import io.tapdeck.sandbox.cloudwatch.SandboxCloudWatch;
import io.tapdeck.sandbox.world.ResourceWorld;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;

class MonitorOnSandboxTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private final VirtualClock clock = new VirtualClock(START);
    private final ResourceWorld world = new ResourceWorld();
    private final ListeningCloudWatch cloudWatch =
            new ListeningCloudWatch(new SandboxCloudWatch(clock, world, "000000000000", "us-east-1"));
    private final Watched dev = environment("dev", 0.5);

    private final Store store;
    private final Monitor monitor;

    MonitorOnSandboxTest(@TempDir Path folder) {
        store = Stores.open(folder, clock).store();
        monitor = monitor();
    }

    @BeforeEach
    void anHourHasPassed() {
        clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everythingOnAPageIsOneQuestion() {
        Watch watch = monitor.refresh(dev, Range.HOUR);
        assertThat(cloudWatch.takeMetricQuestions()).singleElement().satisfies(question -> {
            assertThat(question.metricDataQueries())
                    .as("four charts, each with the cluster, its writer and its reader")
                    .hasSize(12);
            assertThat(question.startTime()).isEqualTo(START);
        });
        assertThat(watch.series())
                .extracting(Series::chartId)
                .containsExactly("capacity", "utilization", "connections", "cpu");
        assertThat(watch.series())
                .allSatisfy(series -> assertThat(series.points()).hasSize(60));
        assertThat(watch.members("cpu")).extracting(Series::label).containsExactly("writer", "reader");
        assertThat(watch.members())
                .allSatisfy(member -> assertThat(member.points()).hasSizeGreaterThanOrEqualTo(59));
        assertThat(watch.asOf()).isEqualTo(clock.instant());
    }

    @Test
    void aRefreshAsksOnlyForWhatIsNew() {
        monitor.refresh(dev, Range.HOUR);
        cloudWatch.takeMetricQuestions();
        clock.advance(Duration.ofMinutes(2));
        Watch watch = monitor.refresh(dev, Range.HOUR);

        assertThat(cloudWatch.takeMetricQuestions())
                .singleElement()
                .extracting(GetMetricDataRequest::startTime)
                .satisfies(start ->
                        assertThat(start).isBetween(clock.instant().minus(Duration.ofMinutes(18)), clock.instant()));
        assertThat(watch.series("cpu").orElseThrow().points()).hasSize(60);
        assertThat(watch.series("cpu").orElseThrow().points().getLast().at()).isEqualTo(START.plusSeconds(61 * 60));
    }

    @Test
    void aPeriodThatWasReadTooEarlyIsReadAgain() {
        clock.advance(Duration.ofMinutes(1));
        monitor.refresh(dev, Range.DAY);
        clock.advance(Duration.ofMinutes(14));
        List<Series.Point> refreshed = points(monitor.refresh(dev, Range.DAY));
        assertThat(refreshed).hasSize(15);

        Monitor fresh = new CloudWatchMonitor(new InProcessConnection(cloudWatch, clock), store);
        assertThat(points(fresh.refresh(dev, Range.DAY))).isEqualTo(refreshed);
    }

    @Test
    void smallPagesAreAllRead() {
        Watch whole = monitor.refresh(dev, Range.HOUR);
        cloudWatch.answerInSmallPages();
        Watch paged = monitor().refresh(dev, Range.HOUR);
        assertThat(paged).isEqualTo(whole);
        assertThat(paged.alarms()).hasSize(4);
    }

    @Test
    void minutesWithoutDataStayGaps() {
        Watched sleepy = environment("sleepy", 0);
        clock.advance(Duration.ofHours(2));
        List<Series.Point> points = monitor.refresh(sleepy, Range.THREE_HOURS)
                .series("cpu")
                .orElseThrow()
                .points();
        assertThat(points).hasSizeBetween(20, 150);
        assertThat(IntStream.range(1, points.size())
                        .anyMatch(i -> Duration.between(
                                                points.get(i - 1).at(),
                                                points.get(i).at())
                                        .compareTo(Duration.ofMinutes(5))
                                > 0))
                .isTrue();
    }

    @Test
    void alarmsAreRecognizedByWhatTheyLookAt() {
        environment("dev-2", 0.5);
        Watch watch = monitor.refresh(dev, Range.HOUR);
        assertThat(watch.alarms())
                .extracting(AlarmState::alarmId)
                .containsExactly("capacity", "utilization", "connections", "cpu");
        AlarmState utilization = watch.alarm("utilization").orElseThrow();
        assertThat(utilization.name()).isEqualTo("tapdeck-aurora-mysql-dev-HighACUUtilization");
        assertThat(utilization.threshold()).isEqualTo(80);
        assertThat(utilization.datapointsToAlarm()).isEqualTo(2);
        assertThat(utilization.missingData()).isEqualTo("notBreaching");
    }

    @Test
    void aBurstIsInTheHistoryNewestFirst() {
        assertThat(transitions(monitor.refresh(dev, Range.HOUR)))
                .containsExactly("ALARM to OK", "OK to ALARM", "INSUFFICIENT_DATA to OK");
        clock.advance(Duration.ofHours(1));
        assertThat(transitions(monitor.refresh(dev, Range.THREE_HOURS)))
                .endsWith("ALARM to OK", "OK to ALARM", "INSUFFICIENT_DATA to OK")
                .hasSizeBetween(5, 9);
    }

    @Test
    void historyOutlivesCloudWatchs() {
        List<String> before = transitions(monitor.refresh(dev, Range.HOUR));
        cloudWatch.forgetHistory();
        assertThat(transitions(monitor().refresh(dev, Range.HOUR)))
                .isEqualTo(before)
                .isNotEmpty();
    }

    @Test
    void anUnreachableCloudWatchKeepsWhatIsKnown() {
        Watch before = monitor.refresh(dev, Range.HOUR);
        clock.advance(Duration.ofSeconds(30));
        cloudWatch.cutOff();
        assertThatThrownBy(() -> monitor.refresh(dev, Range.HOUR))
                .isInstanceOf(MonitorException.class)
                .hasMessage("CloudWatch does not answer. What was read before is still shown.");

        Watch known = monitor.known(dev, Range.HOUR);
        assertThat(known.asOf()).isEqualTo(before.asOf());
        assertThat(known.alarms()).isEqualTo(before.alarms());
        assertThat(known.series("cpu").orElseThrow().points())
                .isEqualTo(before.series("cpu").orElseThrow().points());
    }

    @Test
    void aGlanceAtManyEnvironmentsIsOneQuestion() {
        List<Watched> many = List.of(dev, environment("qa7", 0.5), environment("prod1", 1));
        clock.advance(Duration.ofMinutes(10));
        Map<String, Glance> glances = monitor.glance(many);
        assertThat(cloudWatch.takeMetricQuestions())
                .singleElement()
                .satisfies(question -> assertThat(question.metricDataQueries()).hasSize(3));
        assertThat(glances)
                .containsOnlyKeys(many.stream().map(Watched::stackName).toList());
        assertThat(glances.values()).allSatisfy(glance -> {
            assertThat(glance.alarms()).hasSize(4);
            assertThat(glance.line().points()).isNotEmpty();
        });
    }

    @Test
    void anEnvironmentWithoutAClusterYetHasNothingToAsk() {
        Watched creating =
                new Watched("000000000000", "us-east-1", "tapdeck-aurora-mysql-new", new AuroraMySql(), List.of());
        Watch watch = monitor.refresh(creating, Range.HOUR);
        assertThat(cloudWatch.takeMetricQuestions()).isEmpty();
        assertThat(watch.series()).hasSize(4).allMatch(series -> series.points().isEmpty());
        assertThat(watch.alarms()).isEmpty();
    }

    private Monitor monitor() {
        return new CloudWatchMonitor(new InProcessConnection(cloudWatch, clock), store);
    }

    private Watched environment(String suffix, double minimum) {
        Aurora aurora =
                new Aurora(world, suffix).cluster(minimum, 2, clock.instant()).alarms(clock.instant());
        return new Watched(
                "000000000000",
                "us-east-1",
                "tapdeck-aurora-mysql-" + suffix,
                new AuroraMySql(),
                List.of(new PhysicalResource("AuroraCluster", "AWS::RDS::DBCluster", aurora.clusterId())));
    }

    private static List<Series.Point> points(Watch watch) {
        return watch.series("cpu").orElseThrow().points();
    }

    private static List<String> transitions(Watch watch) {
        return watch.transitions().stream()
                .filter(transition -> transition.alarmId().equals("utilization"))
                .map(transition -> transition.from() + " to " + transition.to())
                .toList();
    }
}
