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
    static final String LOGS = "backup-logs";

    /**
     * The buckets in a replica region have names of their own, since another environment of the same suffix may live
     * there. Two that live in different regions and share suffix, account and replica region still want the same names:
     * 63 characters have no room for both regions.
     */
    static final String REPLICA = "backup-replica";

    /** Does not begin like {@link #REPLICA}, or the suffix {@code logs-x} would want what {@code x} has. */
    static final String REPLICA_LOGS = "replica-logs";

    /** Parts of an upload that nobody ends are charged until they are deleted. */
    static final Duration UPLOADS_END_AFTER = Duration.days(7);

    private final Stack stack;
    private final EnvironmentDefinition definition;
    private final IKey key;
    private final AccessLogs logs;

    /**
     * Buckets in {@code stack} that {@code key} encrypts; the bucket of their logs is made at once.
     *
     * @param logs what the name of that bucket begins with
     */
    Buckets(Stack stack, EnvironmentDefinition definition, IKey key, String logs) {
        this.stack = stack;
        this.definition = definition;
        this.key = key;
        this.logs = new AccessLogs(stack, definition, logs);
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

    /**
     * The bucket that S3 copies every backup to.
     *
     * @param kind what its name begins with
     */
    Bucket replication(String kind) {
        return logs.of(backups("ReplicationBucket", kind).build(), kind);
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
                .abortIncompleteMultipartUploadAfter(UPLOADS_END_AFTER)
                .build();
    }
}
