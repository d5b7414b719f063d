package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Two regions of one account: stacks side by side, buckets that share their names' space and replicate. */
class BucketsAcrossRegionsTest {

    private static final String BUCKET = """
            {"Resources": {"Bucket": {"Type": "AWS::S3::Bucket", "DeletionPolicy": "%s", "Properties": {
              "BucketName": "the-one", "VersioningConfiguration": {"Status": "%s"}}}}}
            """;
    private static final String SOURCE = """
            {"Parameters": {"Replica": {"Type": "String"}},
             "Resources": {"Source": {"Type": "AWS::S3::Bucket", "Properties": {
              "VersioningConfiguration": {"Status": "Enabled"},
              "ReplicationConfiguration": {"Role": "arn:aws:iam::111111111111:role/r", "Rules": [
                {"Status": "Enabled", "Destination": {"Bucket": {"Fn::Sub": "arn:${AWS::Partition}:s3:::${Replica}"}}}]}}}}}
            """;

    private final Cloud virginia = new Cloud();
    private final Cloud ireland = virginia.inRegion("eu-west-1");

    @Test
    void aBucketsNameIsTakenInEveryRegion() {
        virginia.deploy("s", ChangeSetType.CREATE, BUCKET.formatted("Delete", "Enabled"));
        Stack second = ireland.deploy("s", ChangeSetType.CREATE, BUCKET.formatted("Delete", "Enabled"));

        assertThat(second.stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(ireland.failures("s").get("Bucket"))
                .startsWith("Resource handler returned message: \"the-one already exists (Service: S3, Status Code: 0,"
                        + " Request ID: null)\" (RequestToken: ")
                .endsWith(", HandlerErrorCode: AlreadyExists)");
    }

    @Test
    void aDeletedBucketsNameIsFreeAgain() {
        virginia.deploy("s", ChangeSetType.CREATE, BUCKET.formatted("Delete", "Enabled"));
        virginia.client.deleteStack(request -> request.stackName("s"));
        virginia.settle();

        assertThat(ireland.deploy("s", ChangeSetType.CREATE, BUCKET.formatted("Delete", "Enabled"))
                        .stackStatus())
                .isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void aRetainedBucketKeepsItsName() {
        virginia.deploy("s", ChangeSetType.CREATE, BUCKET.formatted("Retain", "Enabled"));
        virginia.client.deleteStack(request -> request.stackName("s"));
        virginia.settle();

        assertThat(ireland.deploy("s", ChangeSetType.CREATE, BUCKET.formatted("Delete", "Enabled"))
                        .stackStatus())
                .isEqualTo(StackStatus.ROLLBACK_COMPLETE);
    }

    @Test
    void aReplicaInAnotherRegionComesFirst() {
        assertThat(source("Enabled")).contains("Destination bucket must exist.");

        ireland.deploy("replica", ChangeSetType.CREATE, BUCKET.formatted("Delete", "Enabled"));
        assertThat(source("Enabled")).isEmpty();
    }

    @Test
    void replicationTakesVersionsOnBothSides() {
        ireland.deploy("replica", ChangeSetType.CREATE, BUCKET.formatted("Delete", "Suspended"));

        assertThat(source("Suspended"))
                .contains("Versioning must be 'Enabled' on the bucket to apply a replication configuration");
        assertThat(source("Enabled")).contains("Destination bucket must have versioning enabled.");
    }

    @Test
    void accessLogsGoToABucketThatExists() {
        virginia.deploy("s", ChangeSetType.CREATE, """
                {"Resources": {"Bucket": {"Type": "AWS::S3::Bucket", "Properties": {
                  "LoggingConfiguration": {"DestinationBucketName": "nowhere"}}}}}
                """);

        assertThat(virginia.failures("s").get("Bucket")).contains("The target bucket for logging does not exist");
    }

    /** Why the source bucket was not made; empty when it was. */
    private String source(String versioning) {
        String id = virginia.client
                .createChangeSet(request -> request.stackName("source")
                        .changeSetName("plan")
                        .changeSetType(ChangeSetType.CREATE)
                        .templateBody(SOURCE.replace(
                                "{\"Status\": \"Enabled\"},\n", "{\"Status\": \"" + versioning + "\"},\n"))
                        .parameters(Parameter.builder()
                                .parameterKey("Replica")
                                .parameterValue("the-one")
                                .build()))
                .id();
        virginia.pass(Duration.ofSeconds(5));
        virginia.client.executeChangeSet(request -> request.changeSetName(id));
        virginia.settle();
        String reason = virginia.failures("source").getOrDefault("Source", "");
        virginia.client.deleteStack(request -> request.stackName("source"));
        virginia.settle();
        return reason;
    }
}
