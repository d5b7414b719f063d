package io.tapdeck.blueprint.auroramysql.stack;

import io.tapdeck.blueprint.auroramysql.AuroraExportSettings;
import io.tapdeck.blueprint.auroramysql.AuroraRestore;
import io.tapdeck.blueprint.auroramysql.AuroraSettings;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.Suffix;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;

/** Where snapshots are exported to, and the role with which RDS writes them. */
final class BackupBucket {
    /** The longest that a version which was written over or deleted is kept. */
    private static final int FREED_AFTER_DAYS = 90;

    /** Parts of an upload that nobody ends are charged until they are deleted. */
    private static final int UPLOADS_END_AFTER_DAYS = 7;

    final Bucket bucket;
    final Role exportRole;

    BackupBucket(Stack stack, EnvironmentDefinition definition, Encryption encryption) {
        Suffix suffix = definition.suffix();
        boolean kept = Protection.of(definition);
        Bucket.Builder builder = Bucket.Builder.create(stack, "DatabaseBackupBucket-" + suffix)
                .bucketName("aurora-%s-%s-%s-%s"
                        .formatted(nameOfItsOwn(definition), stack.getAccount(), stack.getRegion(), suffix))
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .versioned(true)
                .lifecycleRules(List.of(lifecycle(definition)))
                .removalPolicy(kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .autoDeleteObjects(!kept);
        bucket = (AuroraExportSettings.ownKey(definition)
                        ? builder.encryption(BucketEncryption.KMS).encryptionKey(encryption.key)
                        : builder.encryption(BucketEncryption.S3_MANAGED))
                .build();
        exportRole = exportRole(stack, suffix, encryption);
    }

    /** A protected environment that was destroyed keeps its bucket, and with it the usual name; as many letters. */
    private static String nameOfItsOwn(EnvironmentDefinition definition) {
        return AuroraRestore.snapshot(definition)
                .map(snapshot -> "%07x".formatted(snapshot.hashCode() & 0xfff_ffff))
                .orElse("backups");
    }

    private static LifecycleRule lifecycle(EnvironmentDefinition definition) {
        boolean tiered = AuroraExportSettings.tiered(definition);
        int days = definition.number(AuroraSettings.EXPORT_EXPIRY_DAYS).intValueExact();
        LifecycleRule.Builder rule = LifecycleRule.builder()
                .id(tiered ? "BackupLifecycle" : "delete-old-backups")
                .enabled(true)
                .expiration(Duration.days(days))
                // Expiry only hides an object of a versioned bucket; this is what frees it.
                .noncurrentVersionExpiration(Duration.days(Math.min(days, FREED_AFTER_DAYS)))
                .abortIncompleteMultipartUploadAfter(Duration.days(UPLOADS_END_AFTER_DAYS));
        if (tiered) {
            rule.transitions(List.of(
                    transition(StorageClass.INFREQUENT_ACCESS, AuroraExportSettings.INFREQUENT_ACCESS_DAYS),
                    transition(StorageClass.GLACIER, AuroraExportSettings.GLACIER_DAYS)));
        }
        return rule.build();
    }

    private static Transition transition(StorageClass storageClass, int days) {
        return Transition.builder()
                .storageClass(storageClass)
                .transitionAfter(Duration.days(days))
                .build();
    }

    /** Rights as in the Aurora user guide, "Providing access to an Amazon S3 bucket using an IAM role". */
    private Role exportRole(Stack stack, Suffix suffix, Encryption encryption) {
        Role role = Role.Builder.create(stack, "DatabaseBackupExportRole-" + suffix)
                .description("Lets RDS export snapshots to the backup bucket")
                .assumedBy(new ServicePrincipal("export.rds.amazonaws.com"))
                .build();
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of(
                        "s3:PutObject*", "s3:ListBucket", "s3:GetObject*", "s3:DeleteObject*", "s3:GetBucketLocation"))
                .resources(List.of(bucket.getBucketArn(), bucket.arnForObjects("*")))
                .build());
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
                .resources(List.of(encryption.key.getKeyArn()))
                .build());
        return role;
    }
}
