package io.tapdeck.blueprint.backupsystem.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.blueprint.backupsystem.BackupSettings;
import io.tapdeck.blueprint.backupsystem.SystemCapabilities;
import io.tapdeck.blueprint.stack.EmptyingRights;
import io.tapdeck.blueprint.stack.EnvironmentStack;
import io.tapdeck.blueprint.stack.InlineHandlers;
import io.tapdeck.environment.EnvironmentDefinition;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/** Everything of a {@code backup-system} environment but replicas in another region. */
final class InfrastructureStack extends EnvironmentStack {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * The environment's own stack.
     *
     * @param replica where replicas go; null to keep them in this stack
     */
    InfrastructureStack(Construct scope, String id, EnvironmentDefinition definition, @Nullable ReplicaStack replica) {
        super(scope, id, definition, "Backup system environment, made by Tapdeck");
        Key key = Encryption.key(this, definition, "BackupEncryptionKey", "KMS key for backup system encryption");
        Names names = new Names(this, definition);
        Buckets buckets = new Buckets(this, definition, key, Buckets.LOGS);
        IBucket replicas = replica == null ? buckets.replication(Buckets.REPLICATION) : replicasOf(definition);
        IKey replicaKey = replica == null ? key : keyOf(replica);
        Bucket primary = buckets.primary(new Replication(this, definition, replicas, replicaKey));
        if (replica == null) {
            // Emptied and deleted after what it replicates.
            Buckets.resource(primary).getNode().addDependency(replicas);
        }
        Tables tables = new Tables(this, definition, key, names);
        Queues queues = new Queues(this, definition, key, names);
        Monitoring monitoring = new Monitoring(this, definition, key, names, primary, tables, queues);
        InlineHandlers.inline(this);
        EmptyingRights.grant(this);

        output("BackupBucketName", "Primary backup bucket name", primary.getBucketName());
        output("ReplicationBucketName", "Replication backup bucket name", replicas.getBucketName());
        output("MetadataTableName", "Backup metadata DynamoDB table name", tables.metadata.getTableName());
        output("DeduplicationTableName", "Deduplication DynamoDB table name", tables.deduplication.getTableName());
        output("BackupQueueUrl", "Backup processing queue URL", queues.jobs.getQueueUrl());
        output("NotificationTopicArn", "Backup notification topic ARN", monitoring.topic.getTopicArn());
        output("EncryptionKeyId", "KMS encryption key ID", key.getKeyId());
        output("SystemCapabilities", "System capabilities and configuration", capabilities(definition));
        output("DashboardURL", "CloudWatch dashboard URL", ConsoleUrl.ofDashboard(this, monitoring.dashboard));
    }

    /** Known by its name, since CDK's own references between regions bring Lambdas with assets. */
    private IBucket replicasOf(EnvironmentDefinition definition) {
        String region = definition.text(BackupSettings.REPLICA_REGION);
        return Bucket.fromBucketName(this, "ReplicaBucket", Buckets.name(this, definition, Buckets.REPLICA, region));
    }

    private IKey keyOf(ReplicaStack replica) {
        return Key.fromKeyArn(this, "ReplicaKey", outputOf(replica, ReplicaStack.KEY_ARN, "ReplicaKeyArn"));
    }

    private static String capabilities(EnvironmentDefinition definition) {
        try {
            return JSON.writeValueAsString(SystemCapabilities.of(definition));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
