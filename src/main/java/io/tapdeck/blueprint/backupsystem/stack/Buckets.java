package io.tapdeck.blueprint.backupsystem.stack;

import static java.util.Objects.requireNonNull;

import io.tapdeck.blueprint.backupsystem.BackupAlarms;
import io.tapdeck.blueprint.backupsystem.BackupLifecycle;
import io.tapdeck.blueprint.backupsystem.BackupSettings;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Protection;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.BucketMetrics;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;

/** The buckets of one stack: all are encrypted, versioned, logged, and closed to the public and to plain HTTP. */
final class Buckets {
    static final String PRIMARY = "backup-primary";
    static final String REPLICATION = "backup-replication";

    private final Stack stack;
    private final EnvironmentDefinition definition;
    private final IKey key;
    private final AccessLogs logs;

    /** Buckets in {@code stack} that {@code key} encrypts; the bucket of their logs is made at once. */
    Buckets(Stack stack, EnvironmentDefinition definition, IKey key) {
        this.stack = stack;
        this.definition = definition;
        this.key = key;
        this.logs = new AccessLogs(stack, definition);
    }

    /** What a bucket is called. */
    static String name(Stack stack, EnvironmentDefinition definition, String kind, String region) {
        return "%s-%s-%s-%s".formatted(kind, definition.suffix(), stack.getAccount(), region);
    }

    /** The one resource of a bucket that is the bucket itself. */
    static CfnBucket resource(Bucket bucket) {
        return (CfnBucket) requireNonNull(bucket.getNode().getDefaultChild(), "the bucket's resource");
    }

    /**
     * The bucket that backups are written to.
     *
     * @param replication how S3 copies each of them
     */
    Bucket primary(Replication replication) {
        Bucket.Builder builder = backups("BackupBucket", PRIMARY)
                .replicationRole(replication.role)
                .replicationRules(List.of(replication.rule()));
        if (definition.isOn(BackupSettings.REQUEST_METRICS)) {
            builder.metrics(
                    List.of(BucketMetrics.builder().id(BackupAlarms.FILTER).build()));
        }
        Bucket primary = builder.build();
        replication.letRead(primary, key);
        return logs.of(primary, PRIMARY);
    }

    /** The bucket that S3 copies every backup to. */
    Bucket replication() {
        return logs.of(backups("ReplicationBucket", REPLICATION).build(), REPLICATION);
    }

    private Bucket.Builder backups(String id, String kind) {
        return Bucket.Builder.create(stack, id + "-" + definition.suffix())
                .bucketName(name(stack, definition, kind, stack.getRegion()))
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .versioned(true)
                .lifecycleRules(List.of(lifecycle()))
                .removalPolicy(Encryption.removal(definition))
                .autoDeleteObjects(!Protection.of(definition));
    }

    private LifecycleRule lifecycle() {
        BackupLifecycle lifecycle = BackupLifecycle.of(definition);
        return LifecycleRule.builder()
                .id("IntelligentTiering")
                .enabled(true)
                .transitions(lifecycle.steps().stream()
                        .map(step -> Transition.builder()
                                .storageClass(new StorageClass(step.storageClass()))
                                .transitionAfter(Duration.days(step.day()))
                                .build())
                        .toList())
                .expiration(Duration.days(lifecycle.expiryDays()))
                // Expiry only hides an object of a versioned bucket; this is what frees it.
                .noncurrentVersionExpiration(Duration.days(lifecycle.noncurrentDays()))
                .build();
    }
}
