package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.environment.PhysicalResource;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;

/** What a refresh of many environments asks, and what it does where CloudWatch says that it asks too much. */
class WholeRefreshTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final VirtualClock clock = new VirtualClock(NOON);
    private final Asked cloudWatch = new Asked();
    private final List<Duration> waited = new ArrayList<>();

    private Monitor monitor(Store store) {
        return new CloudWatchMonitor(
                new InProcessConnection(cloudWatch, clock), store, new BackOff(new Random(1), time -> {
                    waited.add(time);
                    clock.advance(time);
                }));
    }

    @Test
    void alarmsOfStacksThatWereTakenOverAreAskedByNameAHundredAtATime(@TempDir Path folder) {
        List<PhysicalResource> resources = IntStream.range(0, 250)
                .mapToObj(
                        number -> new PhysicalResource("A" + number, "AWS::CloudWatch::Alarm", "their-alarm-" + number))
                .toList();
        Watched taken = new Watched("111122223333", "us-east-1", "TapStackdev", new AuroraMySql(), resources);
        try (Store store = Stores.open(folder, clock).store()) {
            monitor(store).glance(List.of(taken));
        }
        List<Integer> named = cloudWatch.alarms.stream()
                .filter(DescribeAlarmsRequest::hasAlarmNames)
                .map(request -> request.alarmNames().size())
                .toList();
        assertThat(named).containsExactly(100, 100, 50);
        assertThat(cloudWatch.alarms.stream().flatMap(request -> request.alarmNames().stream()))
                .doesNotHaveDuplicates()
                .contains("their-alarm-0", "their-alarm-249");
    }

    @Test
    void aRefreshThatIsRefusedForAskingTooMuchWaitsLongerEachTimeAndThenHasEverything(@TempDir Path folder) {
        cloudWatch.refusals = 3;
        try (Store store = Stores.open(folder, clock).store()) {
            assertThat(monitor(store).glance(FleetCloudWatch.environments("111122223333", "us-east-1", 3)))
                    .hasSize(3);
        }
        assertThat(waited).hasSize(3);
        for (int refusal = 1; refusal <= 3; refusal++) {
            assertThat(waited.get(refusal - 1)).isBetween(Duration.ZERO, BackOff.longest(refusal));
        }
        assertThat(clock.instant()).isEqualTo(NOON.plus(waited.stream().reduce(Duration.ZERO, Duration::plus)));
    }

    @Test
    void aRefreshThatIsRefusedAgainAndAgainGivesUpAndSaysWhy(@TempDir Path folder) {
        cloudWatch.refusals = 100;
        try (Store store = Stores.open(folder, clock).store()) {
            Monitor monitor = monitor(store);
            List<Watched> fleet = FleetCloudWatch.environments("111122223333", "us-east-1", 3);
            assertThatThrownBy(() -> monitor.glance(fleet))
                    .isInstanceOf(MonitorException.class)
                    .hasMessageContaining("Rate exceeded");
        }
        assertThat(waited).hasSize(4);
    }

    /** Notes what it is asked, and refuses the first few questions. */
    private static final class Asked implements CloudWatchClient {
        private final List<DescribeAlarmsRequest> alarms = new ArrayList<>();
        private int refusals;

        private void enter() {
            if (refusals > 0) {
                refusals--;
                throw CloudWatchException.builder()
                        .message("Rate exceeded")
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("Throttling")
                                .errorMessage("Rate exceeded")
                                .build())
                        .statusCode(400)
                        .build();
            }
        }

        @Override
        public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
            enter();
            alarms.add(request);
            return DescribeAlarmsResponse.builder().build();
        }

        @Override
        public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
            enter();
            return GetMetricDataResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
