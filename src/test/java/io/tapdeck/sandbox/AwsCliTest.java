package io.tapdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AWS CLI as a witness from outside: it was not written with this sandbox in mind. */
class AwsCliTest {
    private static final String STACK = "tapdeck-aurora-mysql-dev";

    private final VirtualClock clock = new VirtualClock();

    @TempDir
    Path home;

    @Test
    void readsStacksEventsResourcesOutputsAlarmsHistoryAndMetrics() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.usual().withPort(0).withSpeed(1), clock)) {
            AwsCli aws = AwsCli.at(sandbox, home);
            Path template = home.resolve("template.json");
            try (InputStream in = Objects.requireNonNull(
                    AwsCliTest.class.getResourceAsStream("/templates/aurora-mysql-dev.template.json"))) {
                Files.copy(in, template);
            }

            JsonNode created = aws.json(
                    "cloudformation",
                    "create-stack",
                    "--stack-name",
                    STACK,
                    "--capabilities",
                    "CAPABILITY_NAMED_IAM",
                    "--template-body",
                    "file://" + template);
            assertThat(created.path("StackId").asText())
                    .startsWith("arn:aws:cloudformation:us-east-1:000000000000:stack/");
            clock.advance(Duration.ofHours(3));

            JsonNode stack = aws.json("cloudformation", "describe-stacks", "--stack-name", STACK)
                    .at("/Stacks/0");
            assertThat(stack.path("StackStatus").asText()).isEqualTo("CREATE_COMPLETE");
            assertThat(stack.path("Outputs")).isNotEmpty();
            assertThat(aws.json("cloudformation", "list-stacks")
                            .at("/StackSummaries/0/StackName")
                            .asText())
                    .isEqualTo(STACK);
            JsonNode resources = aws.json("cloudformation", "describe-stack-resources", "--stack-name", STACK)
                    .path("StackResources");
            assertThat(resources).hasSizeGreaterThan(15);
            assertThat(aws.json("cloudformation", "describe-stack-events", "--stack-name", STACK)
                            .path("StackEvents")
                            .size())
                    .isGreaterThan(resources.size());

            JsonNode alarms = aws.json("cloudwatch", "describe-alarms").path("MetricAlarms");
            assertThat(alarms).hasSize(4);
            assertThat(aws.json("cloudwatch", "describe-alarm-history").path("AlarmHistoryItems"))
                    .isNotEmpty();
            JsonNode alarm = alarms.path(0);
            JsonNode statistics = aws.json(
                    "cloudwatch",
                    "get-metric-data",
                    "--start-time",
                    clock.instant().minus(Duration.ofHours(1)).toString(),
                    "--end-time",
                    clock.instant().toString(),
                    "--metric-data-queries",
                    "[{\"Id\":\"m\",\"MetricStat\":{\"Period\":60,\"Stat\":\"Average\",\"Metric\":{\"Namespace\":"
                            + alarm.path("Namespace") + ",\"MetricName\":" + alarm.path("MetricName")
                            + ",\"Dimensions\":" + alarm.path("Dimensions") + "}}}]");
            assertThat(statistics.at("/MetricDataResults/0/Values").size()).isGreaterThan(50);

            assertThat(aws.json("rds", "describe-db-clusters")
                            .at("/DBClusters/0/Status")
                            .asText())
                    .isEqualTo("available");
            assertThat(aws.json("sts", "get-caller-identity").path("Account").asText())
                    .isEqualTo("000000000000");
            assertThat(aws.failure("cloudformation", "describe-stacks", "--stack-name", "none"))
                    .contains("(ValidationError)", "Stack with id none does not exist");
            assertThat(aws.failure(
                            "cloudwatch",
                            "set-alarm-state",
                            "--alarm-name",
                            "none",
                            "--state-value",
                            "OK",
                            "--state-reason",
                            "test"))
                    .contains("(ResourceNotFound)");
        }
    }

    @Test
    void putsListsAndDeletesObjectsAndSimulatesPolicies() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.usual().withPort(0).withSpeed(1), clock)) {
            AwsCli aws = AwsCli.at(sandbox, home);
            Path template = Files.writeString(home.resolve("bucket.json"), """
                    {"Resources": {"Bucket": {"Type": "AWS::S3::Bucket", "Properties": {
                      "BucketName": "witnessed", "VersioningConfiguration": {"Status": "Enabled"}}}}}""");
            aws.json("cloudformation", "create-stack", "--stack-name", "s", "--template-body", "file://" + template);
            clock.advance(Duration.ofMinutes(10));
            Path object = Files.writeString(home.resolve("object"), "content");

            aws.json("s3api", "put-object", "--bucket", "witnessed", "--key", "a b/é", "--body", object.toString());
            JsonNode version = aws.json("s3api", "list-object-versions", "--bucket", "witnessed")
                    .at("/Versions/0");
            assertThat(version.path("Key").asText()).isEqualTo("a b/é");
            Path fetched = home.resolve("fetched");
            aws.json("s3api", "get-object", "--bucket", "witnessed", "--key", "a b/é", fetched.toString());
            assertThat(fetched).hasContent("content");
            JsonNode deleted = aws.json(
                    "s3api",
                    "delete-objects",
                    "--bucket",
                    "witnessed",
                    "--delete",
                    "{\"Objects\": [{\"Key\": \"a b/é\", \"VersionId\": " + version.path("VersionId") + "}]}");
            assertThat(deleted.path("Deleted")).hasSize(1);
            assertThat(aws.json("s3api", "list-buckets").at("/Buckets/0/Name").asText())
                    .isEqualTo("witnessed");
            assertThat(aws.failure("s3api", "list-object-versions", "--bucket", "nobodys"))
                    .contains("(NoSuchBucket)");

            assertThat(aws.json(
                                    "iam",
                                    "simulate-principal-policy",
                                    "--policy-source-arn",
                                    "arn:aws:iam::000000000000:role/Administrator",
                                    "--action-names",
                                    "s3:PutObject")
                            .at("/EvaluationResults/0/EvalDecision")
                            .asText())
                    .isEqualTo("allowed");
        }
    }
}
