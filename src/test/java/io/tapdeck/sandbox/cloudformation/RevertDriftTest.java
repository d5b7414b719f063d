package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.rds.SandboxRds;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DeploymentMode;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Change sets that bring back what was changed outside (user guide, "drift-aware change sets"). */
class RevertDriftTest {

    private static final String TEMPLATE = """
            {"Resources": {
              "Db": {"Type": "AWS::RDS::DBCluster", "Properties": {"Engine": "aurora-mysql", "DBClusterIdentifier": "db",
                "BackupRetentionPeriod": 7}},
              "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "t"}}}}
            """;
    private final Cloud cloud = new Cloud();
    private final SandboxRds rds = new SandboxRds(cloud, cloud.world, "111111111111", "us-east-1");

    @BeforeEach
    void drifted() {
        cloud.deploy("s", ChangeSetType.CREATE, TEMPLATE);
        rds.modifyDBCluster(request -> request.dbClusterIdentifier("db").backupRetentionPeriod(3));
        cloud.world.remove(
                "AWS::SNS::Topic",
                cloud.world.ofType("AWS::SNS::Topic").getFirst().physicalId());
    }

    @Test
    void anOrdinaryChangeSetDoesNotSeeDrift() {
        String id = cloud.plan("s", ChangeSetType.UPDATE, TEMPLATE);

        assertThat(cloud.client
                        .describeChangeSet(request -> request.changeSetName(id))
                        .status())
                .isEqualTo(ChangeSetStatus.FAILED);
    }

    @Test
    void itShowsWhatDriftedAndHow() {
        DescribeChangeSetResponse plan = revert();
        ResourceChange cluster = plan.changes().getFirst().resourceChange();
        ResourceChange topic = plan.changes().getLast().resourceChange();

        assertThat(plan.deploymentMode()).isEqualTo(DeploymentMode.REVERT_DRIFT);
        assertThat(cluster.resourceDriftStatus()).isEqualTo(StackResourceDriftStatus.MODIFIED);
        assertThat(cluster.details()).singleElement().satisfies(detail -> {
            assertThat(detail.target().path()).isEqualTo("/Properties/BackupRetentionPeriod");
            assertThat(detail.target().beforeValue()).isEqualTo("3");
            assertThat(detail.target().afterValue()).isEqualTo("7");
            assertThat(detail.target().drift().previousValue()).isEqualTo("7");
            assertThat(detail.target().drift().actualValue()).isEqualTo("3");
        });
        assertThat(topic.action()).isEqualTo(ChangeAction.ADD);
        assertThat(topic.resourceDriftStatus()).isEqualTo(StackResourceDriftStatus.DELETED);
    }

    @Test
    void itBringsBackWhatWasChangedAndWhatWasDeleted() {
        String id = revert().changeSetId();
        cloud.client.executeChangeSet(request -> request.changeSetName(id));
        cloud.settle();

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(rds.describeDBClusters().dbClusters().getFirst().backupRetentionPeriod())
                .isEqualTo(7);
        assertThat(cloud.world.ofType("AWS::SNS::Topic")).hasSize(1);
    }

    @Test
    void itIsForUpdatesThatRollBack() {
        assertThat(Refused.message(() -> cloud.client.createChangeSet(request -> request.stackName("new")
                        .changeSetName("c")
                        .changeSetType(ChangeSetType.CREATE)
                        .templateBody(TEMPLATE)
                        .deploymentMode(DeploymentMode.REVERT_DRIFT))))
                .startsWith("DeploymentMode REVERT_DRIFT is supported only for");
        assertThat(Refused.message(() -> cloud.client.createChangeSet(request -> request.stackName("s")
                        .changeSetName("c")
                        .templateBody(TEMPLATE)
                        .onStackFailure(OnStackFailure.DO_NOTHING)
                        .deploymentMode(DeploymentMode.REVERT_DRIFT))))
                .startsWith("DeploymentMode REVERT_DRIFT is supported only for");
    }

    private DescribeChangeSetResponse revert() {
        String id = cloud.client
                .createChangeSet(request -> request.stackName("s")
                        .changeSetName("revert")
                        .templateBody(TEMPLATE)
                        .deploymentMode(DeploymentMode.REVERT_DRIFT))
                .id();
        cloud.pass(Duration.ofSeconds(5));
        return cloud.client.describeChangeSet(
                request -> request.changeSetName(id).includePropertyValues(true));
    }
}
