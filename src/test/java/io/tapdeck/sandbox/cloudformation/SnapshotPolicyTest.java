package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.sandbox.rds.SandboxRds;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotNotFoundException;

/** What goes with a policy of Snapshot leaves one behind, and comes back from it. */
class SnapshotPolicyTest {

    private static final String CLUSTER = """
            {"Resources": {"Db": {"Type": "AWS::RDS::DBCluster",
              "DeletionPolicy": "%s", "UpdateReplacePolicy": "%s",
              "Properties": {"Engine": "aurora-mysql", "MasterUsername": "root", "DatabaseName": "%s"%s}}}}
            """;
    private final Cloud cloud = new Cloud();
    private final SandboxRds rds = new SandboxRds(cloud, cloud.world, "111111111111", "us-east-1");

    @Test
    void deletionLeavesASnapshotOfTheCluster() {
        cloud.deploy("s", ChangeSetType.CREATE, CLUSTER.formatted("Snapshot", "Delete", "one", ""));
        String cluster = rds.describeDBClusters().dbClusters().getFirst().dbClusterIdentifier();
        delete();

        DBClusterSnapshot snapshot =
                rds.describeDBClusterSnapshots().dbClusterSnapshots().getFirst();
        assertThat(rds.describeDBClusters().dbClusters()).isEmpty();
        assertThat(snapshot.dbClusterIdentifier()).isEqualTo(cluster);
        assertThat(snapshot.dbClusterSnapshotIdentifier()).startsWith("s-snapshot-db-");
        assertThat(snapshot.masterUsername()).isEqualTo("root");
        assertThat(snapshot.status()).isEqualTo("available");
    }

    @Test
    void replacementLeavesASnapshotOfTheOldCluster() {
        cloud.deploy("s", ChangeSetType.CREATE, CLUSTER.formatted("Delete", "Snapshot", "one", ""));
        cloud.deploy("s", ChangeSetType.UPDATE, CLUSTER.formatted("Delete", "Snapshot", "two", ""));

        assertThat(rds.describeDBClusterSnapshots().dbClusterSnapshots()).hasSize(1);
        assertThat(rds.describeDBClusters().dbClusters()).hasSize(1);
    }

    @Test
    void withoutThePolicyNothingIsLeft() {
        cloud.deploy("s", ChangeSetType.CREATE, CLUSTER.formatted("Delete", "Delete", "one", ""));
        delete();

        assertThat(rds.describeDBClusterSnapshots().dbClusterSnapshots()).isEmpty();
    }

    @Test
    void aClusterThatNeverStoodLeavesNone() {
        cloud.fault("resource:Db=fail");
        cloud.deploy("s", ChangeSetType.CREATE, CLUSTER.formatted("Snapshot", "Delete", "one", ""));

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(rds.describeDBClusterSnapshots().dbClusterSnapshots()).isEmpty();
    }

    @Test
    void aClusterIsMadeAgainFromItsSnapshot() {
        cloud.deploy("s", ChangeSetType.CREATE, CLUSTER.formatted("Snapshot", "Delete", "one", ""));
        delete();
        String snapshot =
                rds.describeDBClusterSnapshots().dbClusterSnapshots().getFirst().dbClusterSnapshotIdentifier();
        cloud.deploy(
                "s",
                ChangeSetType.CREATE,
                CLUSTER.formatted("Snapshot", "Delete", "one", ", \"SnapshotIdentifier\": \"" + snapshot + "\""));

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void anUnknownSnapshotFailsTheCluster() {
        cloud.deploy(
                "s",
                ChangeSetType.CREATE,
                CLUSTER.formatted("Delete", "Delete", "one", ", \"SnapshotIdentifier\": \"nothing\""));

        assertThat(cloud.reason("s", "Db", "CREATE_FAILED"))
                .contains("DBClusterSnapshot not found: nothing (Service: Rds, Status Code: 404")
                .endsWith("HandlerErrorCode: NotFound)");
        assertThatThrownBy(
                        () -> rds.describeDBClusterSnapshots(request -> request.dbClusterSnapshotIdentifier("nothing")))
                .isInstanceOf(DbClusterSnapshotNotFoundException.class);
    }

    private void delete() {
        cloud.client.deleteStack(request -> request.stackName("s"));
        cloud.settle();
    }
}
