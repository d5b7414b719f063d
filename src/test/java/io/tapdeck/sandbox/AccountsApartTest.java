package io.tapdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.sandbox.wire.RecordedCalls;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Each account has a world of its own, before and after a restart. */
class AccountsApartTest {
    @TempDir
    Path folder;

    private final VirtualClock clock = new VirtualClock();

    @Test
    void whatOneAccountHasTheOtherDoesNotSee() {
        try (Sandbox sandbox = start();
                CloudFormationClient production = stacks(sandbox, "111122223333");
                CloudFormationClient staging = stacks(sandbox, "444455556666")) {
            create(production, "one");

            assertThat(production.describeStacks().stacks())
                    .singleElement()
                    .satisfies(stack ->
                            assertThat(stack.stackId()).startsWith("arn:aws:cloudformation:us-east-1:111122223333:"));
            assertThat(staging.describeStacks().stacks()).isEmpty();
            AwsCredentials other = credentials(sandbox, "444455556666");
            try (CloudWatchClient cloudWatch =
                            Clients.client(CloudWatchClient::builder, sandbox.endpoint(), Region.US_EAST_1, other);
                    S3Client s3 = Clients.client(S3Client::builder, sandbox.endpoint(), Region.US_EAST_1, other)) {
                assertThat(cloudWatch.describeAlarms().metricAlarms()).isEmpty();
                assertThat(s3.listBuckets().buckets()).isEmpty();
            }
            assertThatThrownBy(() -> staging.describeStacks(request -> request.stackName("s")))
                    .isInstanceOf(CloudFormationException.class);
        }
    }

    @Test
    void theSameNamesAreTakenInEachAccountButForBuckets() {
        try (Sandbox sandbox = start();
                CloudFormationClient production = stacks(sandbox, "111122223333");
                CloudFormationClient staging = stacks(sandbox, "444455556666");
                CloudFormationClient usual = Clients.client(CloudFormationClient::builder, sandbox.endpoint())) {
            create(production, "one");
            create(staging, "two");
            create(usual, "one");

            assertThat(status(production)).isEqualTo(StackStatus.CREATE_COMPLETE);
            assertThat(status(staging)).isEqualTo(StackStatus.CREATE_COMPLETE);
            assertThat(status(usual)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        }
    }

    @Test
    void everyAccountIsThereAgainAfterARestartAndNoSecretIsWrittenDown() throws Exception {
        try (Sandbox sandbox = start();
                CloudFormationClient production = stacks(sandbox, "111122223333")) {
            create(production, "one");
            Credentials given = assume(sandbox, "444455556666");
            String written = Files.readString(folder.resolve("journal.jsonl"));
            assertThat(written)
                    .contains("\"account\":\"111122223333\"")
                    .doesNotContain("ASIASANDBOX", "AssumeRole", given.secretAccessKey(), given.sessionToken());
        }
        try (Sandbox sandbox = start();
                CloudFormationClient production = stacks(sandbox, "111122223333");
                CloudFormationClient usual = Clients.client(CloudFormationClient::builder, sandbox.endpoint())) {
            assertThat(sandbox.notices()).isEmpty();
            assertThat(production.describeStacks().stacks())
                    .extracting(Stack::stackName)
                    .containsExactly("s");
            assertThat(usual.describeStacks().stacks()).isEmpty();
        }
    }

    /** What {@link RecordedCalls} wrote before there were accounts. */
    @Test
    void aStateFromBeforeThereWereAccountsIsTheUsualAccounts() throws Exception {
        try (Sandbox sandbox = start();
                CloudFormationClient usual = Clients.client(CloudFormationClient::builder, sandbox.endpoint())) {
            create(usual, "one");
        }
        Path journal = folder.resolve("journal.jsonl");
        String today = Files.readString(journal);
        String before = today.replace("\"account\":\"000000000000\",", "");
        assertThat(before).isNotEqualTo(today);
        Files.writeString(journal, before);

        try (Sandbox sandbox = start();
                CloudFormationClient usual = Clients.client(CloudFormationClient::builder, sandbox.endpoint())) {
            assertThat(sandbox.notices()).isEmpty();
            assertThat(status(usual)).isEqualTo(StackStatus.CREATE_COMPLETE);
        }
    }

    private Sandbox start() {
        return Sandbox.start(SandboxOptions.usual().withPort(0).withSpeed(1).withFolder(folder), clock);
    }

    private void create(CloudFormationClient stacks, String bucket) {
        String template = """
                {"Resources": {
                  "A": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"AlarmName": "busy", "Namespace": "N",
                    "MetricName": "M", "Period": 60, "EvaluationPeriods": 1, "Threshold": 1, "Statistic": "Sum",
                    "ComparisonOperator": "GreaterThanThreshold"}},
                  "B": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "%s"}}}}
                """.formatted(bucket);
        stacks.createStack(request -> request.stackName("s").templateBody(template));
        clock.advance(Duration.ofMinutes(10));
        assertThat(stacks.describeStacks().stacks()).hasSize(1);
    }

    private static StackStatus status(CloudFormationClient stacks) {
        return stacks.describeStacks().stacks().getFirst().stackStatus();
    }

    private static CloudFormationClient stacks(Sandbox sandbox, String account) {
        return Clients.client(
                CloudFormationClient::builder, sandbox.endpoint(), Region.US_EAST_1, credentials(sandbox, account));
    }

    private static AwsCredentials credentials(Sandbox sandbox, String account) {
        Credentials given = assume(sandbox, account);
        return AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
    }

    private static Credentials assume(Sandbox sandbox, String account) {
        URI endpoint = sandbox.endpoint();
        try (StsClient sts = Clients.client(StsClient::builder, endpoint)) {
            return sts.assumeRole(request -> request.roleArn("arn:aws:iam::" + account + ":role/Administrator")
                            .roleSessionName("test"))
                    .credentials();
        }
    }
}
