package io.tapdeck.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.sandbox.Clients;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.faults.FaultScript;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** Faults as the clients meet them. */
class CallFaultsTest {
    private final AtomicInteger served = new AtomicInteger();
    private final List<Duration> pauses = new ArrayList<>();
    private final StsClient sts = new StsClient() {
        @Override
        public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
            return GetCallerIdentityResponse.builder()
                    .userId("" + served.incrementAndGet())
                    .build();
        }

        @Override
        public String serviceName() {
            return "sts";
        }

        @Override
        public void close() {}
    };
    private final CloudWatchClient cloudWatch = new CloudWatchClient() {
        @Override
        public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
            return DescribeAlarmsResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "monitoring";
        }

        @Override
        public void close() {}
    };

    private WireServer serving(String... faults) throws IOException {
        return new WireServer(
                0,
                List.of(WireService.sts(region -> sts), WireService.cloudWatch(region -> cloudWatch)),
                FaultScript.parse(faults),
                new VirtualClock(),
                () -> "{}",
                WebPages.none(),
                (call, handling) -> handling.handle(),
                pauses::add);
    }

    @Test
    void theSecondCallIsThrottledAndHasNoEffect() throws Exception {
        try (WireServer server = serving("STS.GetCallerIdentity#2=throttle");
                StsClient client = Clients.client(StsClient::builder, server.endpoint())) {
            client.getCallerIdentity();

            assertThatThrownBy(client::getCallerIdentity).isInstanceOfSatisfying(StsException.class, e -> {
                assertThat(e.isThrottlingException()).isTrue();
                assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Rate exceeded");
            });
            assertThat(served).hasValue(1);

            client.getCallerIdentity();
        }
    }

    @Test
    void cloudWatchsThrottlingIsOneToo() throws Exception {
        try (WireServer server = serving("CloudWatch.*=throttle");
                CloudWatchClient client = Clients.client(CloudWatchClient::builder, server.endpoint())) {
            assertThatThrownBy(client::describeAlarms)
                    .isInstanceOfSatisfying(
                            CloudWatchException.class,
                            e -> assertThat(e.isThrottlingException()).isTrue());
        }
    }

    @Test
    void aServerErrorHasItsStatusAndNoEffect() throws Exception {
        try (WireServer server = serving("STS.*=error:503");
                StsClient client = Clients.client(StsClient::builder, server.endpoint())) {
            assertThatThrownBy(client::getCallerIdentity)
                    .isInstanceOfSatisfying(
                            StsException.class, e -> assertThat(e.statusCode()).isEqualTo(503));
            assertThat(served).hasValue(0);
        }
    }

    @Test
    void aConnectionDroppedBeforeHasNoEffect() throws Exception {
        try (WireServer server = serving("STS.*=drop-before");
                StsClient client = Clients.client(StsClient::builder, server.endpoint())) {
            assertThatThrownBy(client::getCallerIdentity).isInstanceOf(SdkClientException.class);
            assertThat(served).hasValue(0);
        }
    }

    @Test
    void aConnectionDroppedAfterHadItsEffect() throws Exception {
        try (WireServer server = serving("STS.*#1=drop-after");
                StsClient client = Clients.client(StsClient::builder, server.endpoint())) {
            assertThatThrownBy(client::getCallerIdentity).isInstanceOf(SdkClientException.class);
            assertThat(served).hasValue(1);
        }
    }

    @Test
    void aDelayComesBeforeTheAnswer() throws Exception {
        try (WireServer server = serving("STS.*=delay:3s");
                StsClient client = Clients.client(StsClient::builder, server.endpoint())) {
            client.getCallerIdentity();

            assertThat(pauses).containsExactly(Duration.ofSeconds(3));
            assertThat(served).hasValue(1);
        }
    }

    @Test
    void expiredCredentialsAreRefusedWithoutEffect() throws Exception {
        try (WireServer server = serving("STS.*=expired", "CloudWatch.*=expired");
                StsClient client = Clients.client(StsClient::builder, server.endpoint());
                CloudWatchClient alarms = Clients.client(CloudWatchClient::builder, server.endpoint())) {
            assertThatThrownBy(client::getCallerIdentity).isInstanceOfSatisfying(StsException.class, e -> {
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ExpiredToken");
                assertThat(e.statusCode()).isEqualTo(403);
            });
            assertThatThrownBy(alarms::describeAlarms)
                    .isInstanceOfSatisfying(
                            CloudWatchException.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ExpiredToken"));
            assertThat(served).hasValue(0);
        }
    }

    @Test
    void aTimeoutHadItsEffectAndIsNeverAnswered() throws Exception {
        try (WireServer server = serving("STS.*#1=timeout:5s");
                StsClient client = Clients.client(StsClient::builder, server.endpoint())) {
            assertThatThrownBy(client::getCallerIdentity).isInstanceOf(SdkClientException.class);

            assertThat(served).hasValue(1);
            assertThat(pauses).containsExactly(Duration.ofSeconds(5));
        }
    }

    @Test
    void aStaleReadIsAnsweredAsTheLastTime() throws Exception {
        try (WireServer server = serving("STS.*#2-3=stale");
                StsClient client = Clients.client(StsClient::builder, server.endpoint())) {
            assertThat(client.getCallerIdentity().userId()).isEqualTo("1");
            assertThat(client.getCallerIdentity().userId()).isEqualTo("1");
            assertThat(client.getCallerIdentity().userId()).isEqualTo("1");
            assertThat(client.getCallerIdentity().userId()).isEqualTo("2");
        }
    }
}
