package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.PlannedResource;
import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.desk.kit.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The deployments of the pictures: one in full flow, one that failed at its secret. */
final class Sample {
    private final TestDesk desk;
    private final List<PlannedResource> planned = new ArrayList<>();
    private int events;

    Sample(TestDesk desk) {
        this.desk = desk;
        plan("AuroraVpc", "AWS::EC2::VPC", 12, 30);
        for (String name : List.of("isolatedSubnet1", "isolatedSubnet2")) {
            plan(name + "Subnet", "AWS::EC2::Subnet", 8, 20, "AuroraVpc");
            plan(name + "RouteTable", "AWS::EC2::RouteTable", 8, 20, "AuroraVpc");
            plan(
                    name + "RouteTableAssociation",
                    "AWS::EC2::SubnetRouteTableAssociation",
                    5,
                    12,
                    name + "Subnet",
                    name + "RouteTable");
        }
        plan("AuroraSecurityGroup", "AWS::EC2::SecurityGroup", 6, 15, "AuroraVpc");
        plan("AuroraSubnetGroup", "AWS::RDS::DBSubnetGroup", 5, 12, "isolatedSubnet1Subnet", "isolatedSubnet2Subnet");
        plan("AuroraEncryptionKey", "AWS::KMS::Key", 31, 60);
        plan("AuroraKeyAlias", "AWS::KMS::Alias", 16, 30, "AuroraEncryptionKey");
        plan("MonitoringRole", "AWS::IAM::Role", 19, 40);
        plan("Secret", "AWS::SecretsManager::Secret", 6, 12);
        plan(
                "AuroraCluster",
                "AWS::RDS::DBCluster",
                330,
                390,
                "AuroraEncryptionKey",
                "AuroraSecurityGroup",
                "AuroraSubnetGroup",
                "Secret");
        plan("SecretAttachment", "AWS::SecretsManager::SecretTargetAttachment", 12, 20, "AuroraCluster", "Secret");
        plan("AuroraClusterwriter", "AWS::RDS::DBInstance", 330, 470, "AuroraCluster", "MonitoringRole");
        plan("AuroraClusterreader", "AWS::RDS::DBInstance", 270, 420, "AuroraClusterwriter");
        plan("DatabaseBackupBucket", "AWS::S3::Bucket", 24, 40, "AuroraEncryptionKey");
        plan("DatabaseBackupBucketPolicy", "AWS::S3::BucketPolicy", 8, 16, "DatabaseBackupBucket");
        plan("DatabaseAlarmTopic", "AWS::SNS::Topic", 22, 30);
        for (String alarm : List.of(
                "HighDatabaseCapacity", "HighACUUtilization", "HighDatabaseConnections", "HighCPUUtilization")) {
            plan(alarm, "AWS::CloudWatch::Alarm", 30, 40, "AuroraCluster", "DatabaseAlarmTopic");
        }
    }

    private void plan(String id, String type, int usual, int latest, String... dependsOn) {
        planned.add(new PlannedResource(
                id, id, type, List.of(dependsOn), Duration.ofSeconds(usual), Duration.ofSeconds(latest)));
    }

    List<PlannedResource> planned() {
        return planned;
    }

    Review review() {
        return new Review(
                desk.key("qa7"),
                Operation.CREATE,
                "tapdeck-aurora-mysql-qa7",
                "arn:stack",
                "arn:change-set",
                "tapdeck-1",
                desk.clock.instant(),
                List.of(),
                planned,
                List.of());
    }

    DeploymentModel model(String suffix) {
        return new DeploymentModel(desk.key(suffix), desk.aurora, Operation.CREATE, planned, desk.clock);
    }

    DeploymentEvent started(Instant at) {
        return new DeploymentEvent.Started(at, Operation.CREATE, "tapdeck-aurora-mysql-qa7", "arn:stack", planned);
    }

    DeploymentEvent stack(Instant at, String status) {
        return new DeploymentEvent.StackMoved(at, "e" + events++, "tapdeck-aurora-mysql-qa7", status, null);
    }

    ResourceMoved moved(Instant at, String id, String status, @Nullable String reason) {
        String type = planned.stream()
                .filter(resource -> resource.logicalId().equals(id))
                .map(PlannedResource::resourceType)
                .findFirst()
                .orElse("AWS::CloudFormation::Stack");
        String physicalId =
                status.equals("CREATE_IN_PROGRESS") ? "" : "qa7-" + id.toLowerCase(java.util.Locale.ROOT) + "-1k9x";
        return new ResourceMoved(at, "e" + events++, id, type, physicalId, status, reason);
    }

    /** A creation 6 min 12 s after its start: the cluster is being made, 12 resources wait for it. */
    List<DeploymentEvent> underWay() {
        Instant start = desk.clock.instant().minusSeconds(372);
        List<DeploymentEvent> all = new ArrayList<>();
        all.add(started(start));
        all.add(stack(start, "CREATE_IN_PROGRESS"));
        int second = 1;
        for (PlannedResource resource : planned) {
            boolean waits = resource.logicalId().equals("AuroraCluster")
                    || resource.dependsOn().contains("AuroraCluster")
                    || resource.dependsOn().contains("AuroraClusterwriter");
            if (!waits) {
                long took = resource.usual().toSeconds();
                all.add(moved(start.plusSeconds(second), resource.logicalId(), "CREATE_IN_PROGRESS", null));
                all.add(moved(start.plusSeconds(second + took), resource.logicalId(), "CREATE_COMPLETE", null));
                second += 3;
            }
        }
        all.add(moved(start.plusSeconds(101), "AuroraCluster", "CREATE_IN_PROGRESS", null));
        all.add(new ResourceMoved(
                start.plusSeconds(102),
                "e" + events++,
                "AuroraCluster",
                "AWS::RDS::DBCluster",
                "qa7-auroracluster-1k9x",
                "CREATE_IN_PROGRESS",
                "Resource creation Initiated"));
        all.add(new DeploymentEvent.Heard(desk.clock.instant().minusSeconds(1)));
        return all;
    }

    /** The rest of it, to its end. */
    List<DeploymentEvent> completion() {
        Instant now = desk.clock.instant();
        List<DeploymentEvent> all = new ArrayList<>();
        all.add(moved(now, "AuroraCluster", "CREATE_COMPLETE", null));
        for (PlannedResource resource : planned.subList(
                planned.stream().map(PlannedResource::logicalId).toList().indexOf("SecretAttachment"),
                planned.size())) {
            if (resource.dependsOn().contains("AuroraCluster")
                    || resource.dependsOn().contains("AuroraClusterwriter")) {
                all.add(moved(now.plusSeconds(2), resource.logicalId(), "CREATE_IN_PROGRESS", null));
                all.add(moved(now.plusSeconds(4), resource.logicalId(), "CREATE_COMPLETE", null));
            }
        }
        all.add(stack(now.plusSeconds(5), "CREATE_COMPLETE"));
        all.add(new DeploymentEvent.Ended(now.plusSeconds(5), up()));
        return all;
    }

    static Outcome.Up up() {
        return new Outcome.Up(
                "tapdeck-aurora-mysql-qa7",
                Map.of(
                        "ClusterEndpoint", "qa7-auroracluster-1k9x.cluster-c9akciq32.us-east-1.rds.amazonaws.com",
                        "SecretArn", "arn:aws:secretsmanager:us-east-1:000000000000:secret:aurora-db-secret-qa7-x1Y2z3",
                        "BackupBucket", "aurora-backups-000000000000-us-east-1-qa7"));
    }

    static final String SCHEDULED =
            "You can't create this secret because a secret with this name is already scheduled for deletion. (Service:"
                    + " SecretsManager, Status Code: 400, Request ID: 5c1e07f2-93a4)";

    /** A creation that failed at its secret, and was rolled back. */
    List<DeploymentEvent> failed() {
        Instant start = desk.clock.instant().minusSeconds(240);
        List<DeploymentEvent> all = new ArrayList<>();
        all.add(started(start));
        all.add(stack(start, "CREATE_IN_PROGRESS"));
        for (String id :
                List.of("AuroraVpc", "AuroraEncryptionKey", "MonitoringRole", "Secret", "DatabaseAlarmTopic")) {
            all.add(moved(start.plusSeconds(2), id, "CREATE_IN_PROGRESS", null));
        }
        all.add(moved(start.plusSeconds(20), "MonitoringRole", "CREATE_COMPLETE", null));
        all.add(moved(start.plusSeconds(24), "AuroraVpc", "CREATE_COMPLETE", null));
        all.add(moved(start.plusSeconds(25), "AuroraSecurityGroup", "CREATE_IN_PROGRESS", null));
        all.add(moved(start.plusSeconds(30), "AuroraEncryptionKey", "CREATE_COMPLETE", null));
        all.add(moved(start.plusSeconds(31), "Secret", "CREATE_FAILED", SCHEDULED));
        all.add(moved(start.plusSeconds(32), "AuroraSecurityGroup", "CREATE_FAILED", "Resource creation cancelled"));
        all.add(moved(start.plusSeconds(32), "DatabaseAlarmTopic", "CREATE_COMPLETE", null));
        all.add(stack(start.plusSeconds(33), "ROLLBACK_IN_PROGRESS"));
        all.add(moved(start.plusSeconds(38), "MonitoringRole", "DELETE_IN_PROGRESS", null));
        all.add(moved(start.plusSeconds(56), "MonitoringRole", "DELETE_COMPLETE", null));
        all.add(moved(start.plusSeconds(58), "AuroraEncryptionKey", "DELETE_IN_PROGRESS", null));
        all.add(moved(start.plusSeconds(75), "AuroraEncryptionKey", "DELETE_COMPLETE", null));
        all.add(moved(start.plusSeconds(76), "DatabaseAlarmTopic", "DELETE_IN_PROGRESS", null));
        all.add(moved(start.plusSeconds(90), "DatabaseAlarmTopic", "DELETE_COMPLETE", null));
        all.add(moved(start.plusSeconds(156), "AuroraVpc", "DELETE_IN_PROGRESS", null));
        all.add(moved(start.plusSeconds(207), "AuroraVpc", "DELETE_COMPLETE", null));
        all.add(stack(start.plusSeconds(218), "ROLLBACK_COMPLETE"));
        all.add(new DeploymentEvent.Ended(start.plusSeconds(218), failure(start.plusSeconds(31))));
        return all;
    }

    /** The same where the rollback leaves one resource in the account. */
    List<DeploymentEvent> failedKeeping(String id) {
        return failed().stream()
                .map(event -> event instanceof ResourceMoved moved
                                && moved.logicalId().equals(id)
                                && moved.status().equals("DELETE_COMPLETE")
                        ? moved(moved.at(), id, "DELETE_SKIPPED", null)
                        : event)
                .toList();
    }

    Outcome.Failed failure(Instant at) {
        return new Outcome.Failed(
                "tapdeck-aurora-mysql-stage2",
                "ROLLBACK_COMPLETE",
                new RootCause(
                        "Secret",
                        "AWS::SecretsManager::Secret",
                        "CREATE_FAILED",
                        SCHEDULED,
                        "InvalidRequest",
                        at,
                        12,
                        "The secret's name is still taken: AWS keeps a deleted secret for 7 to 30 days.",
                        List.of(
                                new Remedy("Use another suffix.", Remedy.Action.OTHER_SUFFIX),
                                Remedy.elsewhere("Restore the secret and look at what it holds."),
                                Remedy.elsewhere("Delete the secret for good, then deploy again."))));
    }
}
