package io.tapdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.faults.FaultScript;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.rds.RdsClient;

/** The states that administrators fear, read back after a restart of the sandbox. */
class SandboxRestartTest {

    private static final String OLD = """
            {"Resources": {
              "Db": {"Type": "AWS::RDS::DBCluster", "DeletionPolicy": "Snapshot", "Properties": {
                "Engine": "aurora-mysql", "DBClusterIdentifier": "db", "BackupRetentionPeriod": 7}},
              "P": {"Type": "AWS::SSM::Parameter", "DependsOn": "Db",
                    "Properties": {"Type": "String", "Value": "old"}}}}
            """;
    private static final String NEW = OLD.replace("\"old\"", "\"new\"").replace(": 7", ": 9");
    private static final FaultScript STUCK =
            FaultScript.parse("resource:P/update=fail:No.", "resource:Db/rollback#1=fail");

    @TempDir
    Path folder;

    private final VirtualClock clock = new VirtualClock();

    @Test
    void aStuckStackIsStillStuckAndContinuesUnderTheFaultsThatItHasLeft() {
        run((stacks, rds) -> {
            stacks.createStack(request -> request.stackName("s").templateBody(OLD));
            settle(stacks);
            stacks.updateStack(
                    request -> request.stackName("s").templateBody(NEW).clientRequestToken("u1"));
            settle(stacks);
            assertThat(status(stacks)).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);
        });
        run((stacks, rds) -> {
            assertThat(status(stacks)).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);
            int events = stacks.describeStackEvents(request -> request.stackName("s"))
                    .stackEvents()
                    .size();
            stacks.updateStack(
                    request -> request.stackName("s").templateBody(NEW).clientRequestToken("u1"));
            assertThat(stacks.describeStackEvents(request -> request.stackName("s"))
                            .stackEvents())
                    .hasSize(events);

            stacks.continueUpdateRollback(request -> request.stackName("s"));
            settle(stacks);
            assertThat(status(stacks)).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        });
        run((stacks, rds) -> assertThat(status(stacks)).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE));
    }

    @Test
    void driftAndSnapshotsAreThereAgain() {
        run((stacks, rds) -> {
            stacks.createStack(request -> request.stackName("s").templateBody(OLD));
            settle(stacks);
            rds.modifyDBCluster(request -> request.dbClusterIdentifier("db").backupRetentionPeriod(3));
            stacks.detectStackDrift(request -> request.stackName("s"));
            settle(stacks);
        });
        run((stacks, rds) -> {
            assertThat(stacks.describeStacks()
                            .stacks()
                            .getFirst()
                            .driftInformation()
                            .stackDriftStatus())
                    .isEqualTo(StackDriftStatus.DRIFTED);
            assertThat(rds.describeDBClusters().dbClusters().getFirst().backupRetentionPeriod())
                    .isEqualTo(3);
            stacks.deleteStack(request -> request.stackName("s"));
            settle(stacks);
        });
        run((stacks, rds) -> assertThat(rds.describeDBClusterSnapshots().dbClusterSnapshots())
                .hasSize(1));
    }

    private interface Session {
        void run(CloudFormationClient stacks, RdsClient rds);
    }

    private void run(Session session) {
        SandboxOptions options = SandboxOptions.usual()
                .withPort(0)
                .withSpeed(1)
                .withFolder(folder)
                .withFaults(STUCK);
        try (Sandbox sandbox = Sandbox.start(options, clock);
                CloudFormationClient stacks = Clients.client(CloudFormationClient::builder, sandbox.endpoint());
                RdsClient rds = Clients.client(RdsClient::builder, sandbox.endpoint())) {
            assertThat(sandbox.notices()).isEmpty();
            session.run(stacks, rds);
        }
    }

    private void settle(CloudFormationClient stacks) {
        clock.advance(Duration.ofHours(1));
        assertThat(stacks.describeStacks()).isNotNull();
    }

    private static StackStatus status(CloudFormationClient stacks) {
        return stacks.describeStacks().stacks().getFirst().stackStatus();
    }
}
