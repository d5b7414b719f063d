package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.world.BucketObjects.Version;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** What makes a deletion fail without any fault: the services' own rules. */
class DeletionCauseTest {

    private static final String BUCKET = """
            {"Resources": {"B": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "backups"%s}}%s}}
            """;
    private static final String EMPTYING = """
            , "E": {"Type": "Custom::S3AutoDeleteObjects",
                    "Properties": {"ServiceToken": "f", "BucketName": {"Ref": "B"}}}""";
    private static final String TAG = ", \"Tags\": [{\"Key\": \"aws-cdk:auto-delete-objects\", \"Value\": \"true\"}]";
    private final Cloud cloud = new Cloud();

    @Test
    void aBucketWithObjectsIsNotDeleted() {
        String id = create(BUCKET.formatted("", ""));
        store();
        delete(id);

        assertThat(cloud.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(cloud.reason(id, "B", "DELETE_FAILED"))
                .startsWith("Resource handler returned message: \"The bucket you tried to delete is not empty"
                        + " (Service: S3, Status Code: 409, Request ID: ")
                .endsWith("HandlerErrorCode: GeneralServiceException)");
    }

    @Test
    void aVersionedBucketSaysThatAllVersionsMustGo() {
        String id = create(BUCKET.formatted(", \"VersioningConfiguration\": {\"Status\": \"Enabled\"}", ""));
        store();
        delete(id);

        assertThat(cloud.reason(id, "B", "DELETE_FAILED"))
                .contains("is not empty. You must delete all versions in the bucket. (Service: S3");
    }

    @Test
    void anEmptiedBucketIsDeletedTheNextTime() {
        String id = create(BUCKET.formatted("", ""));
        store();
        delete(id);
        cloud.world.account().objects().clear("backups");
        delete(id);

        assertThat(cloud.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void theEmptyingHandlerEmptiesABucketThatCarriesItsTag() {
        String id = create(BUCKET.formatted(TAG, EMPTYING));
        store();
        delete(id);

        assertThat(cloud.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(cloud.world.account().objects().isEmpty("backups")).isTrue();
    }

    @Test
    void theEmptyingHandlerLeavesABucketWithoutItsTag() {
        String id = create(BUCKET.formatted("", EMPTYING));
        store();
        delete(id);

        assertThat(cloud.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_FAILED);
    }

    @Test
    void aProtectedClusterIsNotDeleted() {
        String id = create("""
                {"Resources": {"C": {"Type": "AWS::RDS::DBCluster", "Properties": {"DeletionProtection": true}}}}
                """);
        delete(id);

        assertThat(cloud.reason(id, "C", "DELETE_FAILED"))
                .contains("Cannot delete protected Cluster, please disable deletion protection and try again.")
                .contains("Service: Rds, Status Code: 400");
    }

    @Test
    void whatWasDeletedOutsideIsGoneForTheDeletionToo() {
        String id = create(BUCKET.formatted("", ""));
        cloud.world.remove("AWS::S3::Bucket", "backups");
        delete(id);

        assertThat(cloud.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void whatWasDeletedOutsideFailsItsUpdate() {
        String topic = """
                {"Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": "%s"}}}}
                """;
        create(topic.formatted("old"));
        cloud.world.remove(
                "AWS::SNS::Topic",
                cloud.world.ofType("AWS::SNS::Topic").getFirst().physicalId());
        cloud.deploy("s", ChangeSetType.UPDATE, topic.formatted("new"));

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);
        assertThat(cloud.reason("s", "T", "UPDATE_FAILED")).contains("HandlerErrorCode: NotFound");
    }

    @Test
    void aRetainedLeftoverHoldsItsName() {
        String retained = BUCKET.formatted("", "").replace("\"Type\"", "\"DeletionPolicy\": \"Retain\", \"Type\"");
        delete(create(retained));
        String again = create(retained);

        assertThat(cloud.stack(again).stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(cloud.reason(again, "B", "CREATE_FAILED"))
                .contains("backups already exists (Service: S3, Status Code: 0, Request ID: null)");
    }

    private String create(String template) {
        String id = cloud.client
                .createStack(request -> request.stackName("s").templateBody(template))
                .stackId();
        cloud.settle();
        return id;
    }

    private void store() {
        cloud.world.account().objects().put("backups", new Version("dump.sql", "null", 10, false, cloud.instant()));
    }

    private void delete(String id) {
        cloud.client.deleteStack(request -> request.stackName(id));
        cloud.settle();
    }
}
