package io.tapdeck.blueprint.auroramysql.stack;

import io.tapdeck.blueprint.stack.RuleReason;
import java.util.List;

/** Why {@code aurora-mysql} does not follow some of cdk-nag's AwsSolutions rules. */
final class RuleReasons {
    private static final String EXPORT_ROLE = "DatabaseBackupExportRole";

    static final List<RuleReason> ALL = List.of(
            new RuleReason(
                    "AwsSolutions-VPC7",
                    "AuroraVpc",
                    "All subnets are isolated, without a route to the internet. Who wants flow logs sets them for the account."),
            new RuleReason(
                    "AwsSolutions-EC23",
                    "AuroraSecurityGroup",
                    "The group admits MySQL from the VPC's own range alone; the rule cannot read it from a reference."),
            new RuleReason(
                    "AwsSolutions-IAM4",
                    "MonitoringRole",
                    "RDS documents this managed policy for enhanced monitoring; it allows writing to the log group"
                            + " RDSOSMetrics only."),
            new RuleReason(
                    "AwsSolutions-IAM4",
                    Database.LOG_RETENTION,
                    "CDK's handler of log retention writes its own log with it, and may do nothing else by it."),
            new RuleReason(
                    "AwsSolutions-IAM5[Resource::*]",
                    Database.LOG_RETENTION,
                    "The rule sees the right as CDK writes it. In the template it is narrowed to the log groups of this"
                            + " cluster and of the environments' own handlers."),
            new RuleReason(
                    "AwsSolutions-IAM5",
                    EXPORT_ROLE,
                    "What the Aurora user guide asks for to export snapshots: read, write and delete actions on one"
                            + " bucket and its objects, and data keys of one key."),
            new RuleReason(
                    "AwsSolutions-SMG4",
                    "Secret",
                    "Rotation is a setting, off by default: it moves the password to a secret of RDS with another ARN,"
                            + " which applications have to follow. The password is generated, and on the own key."),
            new RuleReason(
                    "AwsSolutions-RDS6",
                    "AuroraCluster",
                    "Applications sign in with the secret; who uses IAM authentication needs roles of the application."),
            new RuleReason(
                    "AwsSolutions-RDS10",
                    "AuroraCluster",
                    "A disposable environment is there to be destroyed; a protected one has deletion protection."),
            new RuleReason(
                    "AwsSolutions-RDS11",
                    "AuroraCluster",
                    "Port 3306 is reachable from inside the VPC only; another port would hide nothing there."),
            new RuleReason(
                    "AwsSolutions-RDS14",
                    "AuroraCluster",
                    "Backups restore to any second of the days they are kept; backtrack bills every change on top."),
            new RuleReason(
                    "AwsSolutions-S1",
                    "DatabaseBackupBucket",
                    "Access logs take a second bucket, which has none itself. CloudTrail's data events record the same."));

    private RuleReasons() {}
}
