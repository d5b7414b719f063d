package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tapdeck.deploy.BucketContent.Kind;
import io.tapdeck.deploy.operation.LeftBehinds;
import io.tapdeck.deploy.template.DisplayNames;
import io.tapdeck.deploy.template.TemplateGraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** What an administrator is told before an environment goes. */
class DestroyPreviewTest extends AccountTest {
    private List<BucketContent> buckets() {
        return account.deployments.previewDestroy(Account.DEV).buckets();
    }

    @Test
    void bucketsThatHoldObjectsAreNamedBeforeTheirDeletionFails() {
        account.deploy(Templates.withTwoBuckets());
        account.s3().putObject(request -> request.bucket("backups-dev").key("a"), RequestBody.fromString("x"));

        assertThat(buckets())
                .extracting(BucketContent::displayName, BucketContent::kind)
                .containsExactlyInAnyOrder(
                        tuple("DatabaseBackupBucket", Kind.HOLDS_OBJECTS), tuple("LogBucket", Kind.EMPTY));
    }

    @Test
    void aBucketThatTheSessionMayNotLookIntoIsSaidToBeUnchecked() {
        account.deploy(Templates.withTwoBuckets());
        account.deny("s3:ListBucketVersions");

        assertThat(buckets()).extracting(BucketContent::kind).containsOnly(Kind.NOT_CHECKED);
    }

    @Test
    void aBucketThatStaysIsNotLookedInto() {
        account.deploy(Templates.withBucket(80, "kept-dev"));

        assertThat(buckets()).isEmpty();
    }

    @Test
    void whatTheServicesKeepIsToldWithItsSource() {
        TemplateGraph template = TemplateGraph.of("""
                {"Resources": {
                  "Key": {"Type": "AWS::KMS::Key"},
                  "Secret": {"Type": "AWS::SecretsManager::Secret"},
                  "Kept": {"Type": "AWS::SecretsManager::Secret", "DeletionPolicy": "Retain"},
                  "Cluster": {"Type": "AWS::RDS::DBCluster", "DeletionPolicy": "Delete"},
                  "Group": {"Type": "AWS::Logs::LogGroup"},
                  "Logged": {"Type": "AWS::Lambda::Function", "Properties": {"LoggingConfig": {"LogGroup": {"Ref": "Group"}}}},
                  "Usual": {"Type": "AWS::Lambda::Function"},
                  "Topic": {"Type": "AWS::SNS::Topic"}}}""");

        List<LeftBehind> left = LeftBehinds.of(template, new DisplayNames(template.logicalIds(), "dev", null), "stack");

        assertThat(left)
                .extracting(LeftBehind::displayName)
                .as("neither what stays itself, nor a function whose log group goes with it, nor a topic")
                .containsExactlyInAnyOrder("Key", "Secret", "Cluster", "Usual");
        assertThat(left).allSatisfy(one -> {
            assertThat(one.words()).startsWith(one.displayName() + ": ").endsWith(".");
            assertThat(one.source()).contains("guide");
        });
    }

    @Test
    void theSnapshotThatStaysIsNamedWithTheWayBack() {
        TemplateGraph template = TemplateGraph.of("""
                {"Resources": {
                  "Asked": {"Type": "AWS::RDS::DBCluster", "DeletionPolicy": "Snapshot"},
                  "Usual": {"Type": "AWS::RDS::DBCluster"},
                  "Lost": {"Type": "AWS::RDS::DBCluster", "DeletionPolicy": "Delete"}}}""");

        assertThat(LeftBehinds.of(template, new DisplayNames(template.logicalIds(), "dev", null), "stack"))
                .filteredOn(left -> left.words().contains("a last snapshot stays"))
                .extracting(LeftBehind::displayName)
                .containsExactly("Asked", "Usual");
        assertThat(LeftBehinds.of(template, new DisplayNames(template.logicalIds(), "dev", null), "stack"))
                .extracting(LeftBehind::words)
                .contains("Asked: a last snapshot stays and costs what it stores; its name begins with stack-snapshot."
                        + " The environment can be made again from it: tapdeck list names it and the command for it.");
    }
}
