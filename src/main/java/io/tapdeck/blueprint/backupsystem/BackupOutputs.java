package io.tapdeck.blueprint.backupsystem;

import io.tapdeck.environment.OutputDescription;
import java.util.List;

/**
 * What an application owner needs to give backups to the system. All of it is reached over AWS's public endpoints, or over
 * VPC endpoints from a network without a way out; only over TLS.
 */
final class BackupOutputs {
    private BackupOutputs() {}

    static List<OutputDescription> all() {
        return List.of(
                new OutputDescription(
                        "BackupBucketName",
                        "Backup bucket",
                        "Write backups here, over HTTPS. Reached from anywhere with a way to S3; a network without one needs"
                                + " an S3 gateway endpoint. Needs s3:PutObject here, and kms:GenerateDataKey and kms:Decrypt"
                                + " on the key."),
                new OutputDescription(
                        "ReplicationBucketName",
                        "Replica bucket",
                        "S3 copies every backup here. Read only: what is written here goes nowhere else. Needs s3:GetObject"
                                + " here, and kms:Decrypt on the key of the bucket's region."),
                new OutputDescription(
                        "BackupQueueUrl",
                        "Job queue",
                        "Send backup jobs here, over HTTPS; a job that fails too often ends among the dead letters. A"
                                + " network without a way out needs an interface endpoint of SQS. Needs sqs:SendMessage, or sqs:ReceiveMessage and sqs:DeleteMessage for a worker, and"
                                + " kms:GenerateDataKey and kms:Decrypt on the key."),
                new OutputDescription(
                        "MetadataTableName",
                        "Metadata table",
                        "What is known of each backup, by backupId and timestamp. A network without a way out needs a"
                                + " DynamoDB gateway endpoint. Needs dynamodb:PutItem and dynamodb:Query, and kms:Decrypt on"
                                + " the key."),
                new OutputDescription(
                        "DeduplicationTableName",
                        "Deduplication table",
                        "Which files there are already, by fileHash; an entry with a ttl goes away by itself. Reached as"
                                + " the metadata table is. Needs dynamodb:GetItem and dynamodb:PutItem, and kms:Decrypt on the key."),
                new OutputDescription(
                        "EncryptionKeyId",
                        "Key",
                        "The KMS key of buckets, tables and queues. It is the id of a key in this account and region; another"
                                + " account also needs a line in the key's policy."),
                new OutputDescription(
                        "NotificationTopicArn",
                        "Alarm topic",
                        "Subscribe here to be told of alarms. Needs sns:Subscribe."),
                new OutputDescription(
                        "DashboardURL",
                        "Dashboard",
                        "CloudWatch's page of this system, in the AWS console. Needs cloudwatch:GetDashboard."),
                new OutputDescription(
                        "SystemCapabilities",
                        "Capabilities",
                        "How long backups are kept, and how they are protected."));
    }
}
