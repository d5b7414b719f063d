package io.tapdeck.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.sandbox.Clients;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;

/** The traps of the protocols, one by one. */
class WireServerTest {
    private final RecordingHandler<CloudFormationClient> cloudFormation =
            new RecordingHandler<>(CloudFormationClient.class);
    private final RecordingHandler<CloudWatchClient> cloudWatch = new RecordingHandler<>(CloudWatchClient.class);
    private final AtomicReference<String> region = new AtomicReference<>("");
    private final WireServer server = Servers.serving(
            WireService.cloudFormation(origin -> {
                region.set(origin.region());
                return cloudFormation.everywhere().apply(origin);
            }),
            WireService.cloudWatch(cloudWatch.everywhere()));
    private final CloudFormationClient stacks = Clients.client(CloudFormationClient::builder, server.endpoint());
    private final CloudWatchClient metrics = Clients.client(CloudWatchClient::builder, server.endpoint());

    @AfterEach
    void close() {
        stacks.close();
        metrics.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tapdeck.example", "127.0.0.1", "evil.example:%d", "127.0.0.1:1", "[::1]:%d", ""})
    void onlyItsOwnNamesAreAnswered(String host) throws Exception {
        cloudFormation.willAnswer(DescribeStacksResponse.builder().build());
        String named = host.formatted(server.endpoint().getPort());

        String answer = RawHttp.send(
                server.endpoint(),
                named,
                "Content-Type: application/x-www-form-urlencoded\r\n",
                "Action=DescribeStacks&Version=2010-05-15");

        assertThat(answer).matches("(?s)HTTP/1.1 4(00|21) .*").doesNotContain("DescribeStacksResponse");
    }

    @Test
    void localhostIsOneOfItsNames() throws Exception {
        cloudFormation.willAnswer(DescribeStacksResponse.builder().build());

        String answer = RawHttp.send(
                server.endpoint(),
                "localhost:" + server.endpoint().getPort(),
                "Content-Type: application/x-www-form-urlencoded\r\n",
                "Action=DescribeStacks&Version=2010-05-15");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("<DescribeStacksResponse xmlns=");
    }

    @Test
    void carriageReturnsSurviveInTemplatesAndOutputs() {
        String text = "Resources:\r\n  A:\r\n\tType: <&>\u0001\n";
        cloudFormation.willAnswer(DescribeStacksResponse.builder()
                .stacks(Stack.builder().description(text).build())
                .build());

        Stack answered = stacks.describeStacks().stacks().getFirst();

        assertThat(answered.description())
                .isEqualTo("Resources:\r\n  A:\r\n\tType: <&>\uFFFD\n")
                .as("control characters that XML cannot hold are replaced");
        cloudFormation.willAnswer(CreateStackResponse.builder().build());
        stacks.createStack(request -> request.templateBody(text));
        assertThat(((CreateStackRequest) cloudFormation.received()).templateBody())
                .isEqualTo(text);
    }

    @Test
    void theTenthElementComesAfterTheNinth() {
        cloudFormation.willAnswer(CreateStackResponse.builder().build());
        List<String> arns =
                IntStream.rangeClosed(1, 12).mapToObj(i -> "arn:" + i).toList();

        stacks.createStack(request -> request.notificationARNs(arns));

        assertThat(((CreateStackRequest) cloudFormation.received()).notificationARNs())
                .isEqualTo(arns);
    }

    @Test
    void anEmptyListIsNotAnAbsentOne() {
        cloudFormation.willAnswer(CreateStackResponse.builder().build());

        stacks.createStack(request -> request.notificationARNs(List.of()));
        assertThat(((CreateStackRequest) cloudFormation.received()).hasNotificationARNs())
                .isTrue();

        stacks.createStack(request -> request.stackName("s"));
        assertThat(((CreateStackRequest) cloudFormation.received()).hasNotificationARNs())
                .isFalse();
    }

    @Test
    void largeRequestsArriveCompressed() {
        cloudWatch.willAnswer(PutMetricDataResponse.builder().build());
        List<MetricDatum> data = IntStream.range(0, 300)
                .mapToObj(i -> MetricDatum.builder()
                        .metricName("a metric with a long name " + i)
                        .timestamp(Instant.ofEpochSecond(1_800_000_000L + i))
                        .value((double) i)
                        .build())
                .toList();

        metrics.putMetricData(request -> request.namespace("N").metricData(data));

        assertThat(((PutMetricDataRequest) cloudWatch.received()).metricData()).isEqualTo(data);
    }

    @Test
    void valuesThatAreNoNumbersSurviveInCbor() {
        cloudWatch.willAnswer(GetMetricDataResponse.builder()
                .metricDataResults(MetricDataResult.builder()
                        .values(Double.NaN, Double.POSITIVE_INFINITY, 3.0)
                        .build())
                .build());

        assertThat(metrics.getMetricData(request -> request.metricDataQueries(Collections.emptyList()))
                        .metricDataResults()
                        .getFirst()
                        .values())
                .containsExactly(Double.NaN, Double.POSITIVE_INFINITY, 3.0);
    }

    @Test
    void theRegionIsThatOfTheSignature() {
        cloudFormation.willAnswer(DescribeStacksResponse.builder().build());
        try (CloudFormationClient elsewhere =
                Clients.client(CloudFormationClient::builder, server.endpoint(), Region.EU_CENTRAL_1)) {
            elsewhere.describeStacks();
        }
        assertThat(region).hasValue("eu-central-1");
    }

    @Test
    void anErrorCodeWithoutAClassArrivesAsTheServicesOwn() {
        cloudFormation.willAnswer(CloudFormationException.builder()
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ValidationError")
                        .errorMessage("Stack with id x does not exist")
                        .build())
                .build());

        assertThatThrownBy(() -> stacks.describeStacks(request -> request.stackName("x")))
                .isExactlyInstanceOf(CloudFormationException.class)
                .isInstanceOfSatisfying(CloudFormationException.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Stack with id x does not exist");
                    assertThat(e.statusCode()).isEqualTo(400);
                });
    }

    @Test
    void cloudWatchsErrorsHaveAClassAndACode() {
        cloudWatch.willAnswer(
                InvalidParameterValueException.builder().message("No.").build());

        assertThatThrownBy(() -> metrics.describeAlarms())
                .isInstanceOfSatisfying(
                        InvalidParameterValueException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue"));
    }

    @Test
    void whatIsNotServedIsAnUnknownOperation() {
        cloudFormation.willAnswer(new UnsupportedOperationException());
        cloudWatch.willAnswer(new UnsupportedOperationException());

        assertThatThrownBy(stacks::describeStacks).isInstanceOfSatisfying(CloudFormationException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(400);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAction");
            assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("Could not find operation DescribeStacks for version 2010-05-15");
        });
        assertThatThrownBy(metrics::describeAlarms)
                .isInstanceOfSatisfying(
                        CloudWatchException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAction"));
    }

    @Test
    void anOperationOfANewerClientIsUnknown() throws Exception {
        assertThat(RawHttp.form(server.endpoint(), "Action=DescribeTheFuture&Version=2010-05-15"))
                .startsWith("HTTP/1.1 400")
                .contains("<Code>InvalidAction</Code>");
        assertThat(RawHttp.json(server.endpoint(), "DescribeTheFuture", "{}"))
                .startsWith("HTTP/1.1 400")
                .contains("\"__type\":\"UnknownOperationException\"", "x-amzn-query-error: InvalidAction;Sender");
    }

    @Test
    void membersOfANewerClientAreIgnored() throws Exception {
        cloudFormation.willAnswer(CreateStackResponse.builder().stackId("id").build());

        String answer = RawHttp.form(
                server.endpoint(), "Action=CreateStack&Version=2010-05-15&StackName=s&NewMember.member.1.Key=x");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("<CreateStackResult><StackId>id</StackId>");
        assertThat(((CreateStackRequest) cloudFormation.received()).stackName()).isEqualTo("s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action=CreateStack&Version=2010-05-15&TimeoutInMinutes=soon",
                "Action=CreateStack&Version=2010-05-15&DisableRollback=perhaps",
                "Action=CreateStack&Version=2010-05-15&Parameters.member.x.ParameterKey=k",
                "Action=CreateStack&Version=2010-05-15&Parameters=k",
                "Action=CreateStack&Version=2010-05-15&StackName=%zz"
            })
    void whatIsNotOfItsTypeIsMalformed(String form) throws Exception {
        assertThat(RawHttp.form(server.endpoint(), form))
                .startsWith("HTTP/1.1 400")
                .contains("<Code>MalformedInput</Code>");
    }

    @Test
    void brokenJsonIsMalformed() throws Exception {
        assertThat(RawHttp.json(server.endpoint(), "DescribeAlarms", "{\"AlarmNames\":["))
                .startsWith("HTTP/1.1 400")
                .contains("\"__type\":\"SerializationException\"");
    }

    @Test
    void timesInJsonAreSecondsNeverInScientificNotation() throws Exception {
        cloudWatch.willAnswer(GetMetricDataResponse.builder()
                .metricDataResults(MetricDataResult.builder()
                        .timestamps(Instant.parse("2026-11-22T08:00:00Z"))
                        .values(1.5)
                        .build())
                .build());

        assertThat(RawHttp.json(server.endpoint(), "GetMetricData", "{}"))
                .contains("\"Timestamps\":[1795334400.000]", "\"Values\":[1.5]");
    }

    @Test
    void aFailureOfOurOwnIsAnInternalOne() {
        cloudFormation.willAnswer(new IllegalStateException("a bug"));

        assertThatThrownBy(stacks::describeStacks).isInstanceOfSatisfying(CloudFormationException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(500);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InternalFailure");
            assertThat(e.getMessage()).doesNotContain("a bug");
        });
    }

    @Test
    void everyAnswerHasARequestId() {
        cloudFormation.willAnswer(DescribeStacksResponse.builder().build());
        cloudWatch.willAnswer(GetMetricDataResponse.builder().build());

        assertThat(stacks.describeStacks().responseMetadata().requestId()).hasSize(36);
        assertThat(metrics.getMetricData(request -> request.metricDataQueries(Collections.emptyList()))
                        .responseMetadata()
                        .requestId())
                .hasSize(36);
    }
}
