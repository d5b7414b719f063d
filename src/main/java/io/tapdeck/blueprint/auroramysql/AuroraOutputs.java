package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.OutputDescription;
import java.util.List;

/** What an application owner needs to connect. The subnets are isolated: no gateway leads in or out. */
final class AuroraOutputs {
    private AuroraOutputs() {}

    static List<OutputDescription> all() {
        return List.of(
                new OutputDescription(
                        "ClusterEndpoint",
                        "Writer endpoint",
                        "Reads and writes. Its subnets are isolated: it is reached from inside of the VPC, through a security"
                                + " group that the cluster's lets in; not from the internet."),
                new OutputDescription(
                        "ClusterReadEndpoint",
                        "Reader endpoint",
                        "Reads only, spread over the readers. Reached as the writer is."),
                new OutputDescription(
                        "SecretArn",
                        "Secret with user and password",
                        "Read it with secretsmanager:GetSecretValue; the password may be rotated, so read it when connecting."),
                new OutputDescription(
                        "VpcId", "VPC", "The network to run in, or to be peered with, to reach the endpoints."),
                new OutputDescription("BackupBucketName", "Backup bucket", "The bucket for exported snapshots."),
                new OutputDescription("AlarmTopicArn", "Alarm topic", "Subscribe here to be told of alarms."),
                new OutputDescription("ExportRoleArn", "Export role", "The role that exports snapshots to the bucket."),
                new OutputDescription("EncryptionKeyArn", "Key", "The KMS key for snapshot exports."));
    }
}
