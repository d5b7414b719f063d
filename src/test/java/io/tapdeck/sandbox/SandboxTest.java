package io.tapdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

class SandboxTest {
    private final VirtualClock clock = new VirtualClock();

    private Sandbox start(SandboxOptions options) {
        return Sandbox.start(options, clock);
    }

    @Test
    void tellsWhoCalls() {
        try (Sandbox sandbox = start(SandboxOptions.usual().withPort(0));
                StsClient sts = Clients.client(StsClient::builder, sandbox.endpoint())) {
            GetCallerIdentityResponse caller = sts.getCallerIdentity();

            assertThat(caller.account()).isEqualTo("000000000000");
            assertThat(caller.arn()).isEqualTo("arn:aws:sts::000000000000:assumed-role/Administrator/sandbox");
        }
    }

    @Test
    void saysWhatItIsToWhoAsks() throws Exception {
        try (Sandbox sandbox = start(SandboxOptions.usual().withPort(0).withSpeed(20))) {
            HttpResponse<String> answer = get(sandbox.endpoint().resolve("/"));

            assertThat(answer.body())
                    .contains("\"tapdeck\":\"sandbox\"", "\"account\":\"000000000000\"", "\"speed\":20.0");
        }
    }

    @Test
    void everyAnswerCarriesTheSandboxsTime() throws Exception {
        try (Sandbox sandbox = start(SandboxOptions.usual().withPort(0).withSpeed(20))) {
            clock.advance(Duration.ofSeconds(90));

            HttpResponse<String> answer = get(sandbox.endpoint().resolve("/"));

            assertThat(sandbox.clock().instant()).isEqualTo(Instant.parse("2026-11-22T08:30:00Z"));
            assertThat(answer.headers().firstValue("Date")).contains("Sun, 22 Nov 2026 08:30:00 GMT");
        }
    }

    @Test
    void theRegionOfTheSignatureChoosesTheStacksButBucketNamesAreTheAccounts() {
        String bucket =
                "{\"Resources\": {\"B\": {\"Type\": \"AWS::S3::Bucket\", \"Properties\": {\"BucketName\": \"one\"}}}}";
        try (Sandbox sandbox = start(SandboxOptions.usual().withPort(0));
                CloudFormationClient virginia = Clients.client(CloudFormationClient::builder, sandbox.endpoint());
                CloudFormationClient ireland =
                        Clients.client(CloudFormationClient::builder, sandbox.endpoint(), Region.EU_WEST_1)) {
            virginia.createStack(request -> request.stackName("s").templateBody(bucket));
            clock.advance(Duration.ofHours(1));
            ireland.createStack(request -> request.stackName("s").templateBody(bucket));
            clock.advance(Duration.ofHours(1));

            assertThat(virginia.describeStacks().stacks())
                    .singleElement()
                    .satisfies(stack -> assertThat(stack.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE));
            assertThat(ireland.describeStacks().stacks())
                    .singleElement()
                    .satisfies(stack -> assertThat(stack.stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE))
                    .satisfies(stack -> assertThat(stack.stackId()).contains(":eu-west-1:"));
        }
    }

    @Test
    void aPortThatIsAskedForMustBeFree() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int taken = other.getLocalPort();

            assertThatThrownBy(() -> start(SandboxOptions.usual().withPort(taken)))
                    .isInstanceOf(SandboxException.class)
                    .hasMessage("Port " + taken + " is in use. Choose another one, or none to get one that is free.");
        }
    }

    @Test
    void theUsualPortGivesWayToAFreeOne() {
        try (Sandbox first = start(SandboxOptions.usual());
                Sandbox second = start(SandboxOptions.usual())) {
            assertThat(second.endpoint().getPort()).isNotEqualTo(SandboxOptions.USUAL_PORT);
            assertThat(second.endpoint()).isNotEqualTo(first.endpoint());
        }
    }

    @Test
    void aPortCanBeHadAgainAtOnce() {
        URI endpoint;
        try (Sandbox sandbox = start(SandboxOptions.usual().withPort(0));
                StsClient sts = Clients.client(StsClient::builder, sandbox.endpoint())) {
            sts.getCallerIdentity();
            endpoint = sandbox.endpoint();
        }
        try (Sandbox again = start(SandboxOptions.usual().withPort(endpoint.getPort()))) {
            assertThat(again.endpoint()).isEqualTo(endpoint);
        }
    }

    @Test
    void nothingAnswersAfterItsEnd() {
        Sandbox sandbox = start(SandboxOptions.usual().withPort(0));
        sandbox.close();
        try (StsClient sts = Clients.client(StsClient::builder, sandbox.endpoint())) {
            assertThatThrownBy(sts::getCallerIdentity).isInstanceOf(SdkClientException.class);
        }
    }

    @Test
    void aRegionThatIsNoneIsRefused() {
        try (Sandbox sandbox = start(SandboxOptions.usual().withPort(0));
                StsClient sts = Clients.client(StsClient::builder, sandbox.endpoint(), Region.of("nowhere"))) {
            assertThatThrownBy(sts::getCallerIdentity)
                    .isInstanceOfSatisfying(
                            StsException.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch"));
        }
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
