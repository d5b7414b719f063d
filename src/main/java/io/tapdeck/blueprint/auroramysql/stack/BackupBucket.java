package io.tapdeck.blueprint.auroramysql.stack;

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
    final Bucket bucket;
    final Role exportRole;

    BackupBucket(Stack stack, EnvironmentDefinition definition, Encryption encryption) {
        Suffix suffix = definition.suffix();
        boolean kept = Protection.of(definition);
        bucket = Bucket.Builder.create(stack, "DatabaseBackupBucket-" + suffix)
                .bucketName("aurora-backups-%s-%s-%s".formatted(stack.getAccount(), stack.getRegion(), suffix))
                .encryption(BucketEncryption.KMS)
                .encryptionKey(encryption.key)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .versioned(true)
                .lifecycleRules(List.of(lifecycle()))
                .removalPolicy(kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .autoDeleteObjects(!kept)
                .build();
        exportRole = exportRole(stack, suffix, encryption);
    }

    private static LifecycleRule lifecycle() {
        return LifecycleRule.builder()
                .id("BackupLifecycle")
                .enabled(true)
                .transitions(List.of(
                        Transition.builder()
                                .storageClass(StorageClass.INFREQUENT_ACCESS)
                                .transitionAfter(Duration.days(30))
                                .build(),
                        Transition.builder()
                                .storageClass(StorageClass.GLACIER)
                                .transitionAfter(Duration.days(90))
                                .build()))
                .expiration(Duration.days(365))
                // Expiry only hides an object of a versioned bucket; this is what frees it.
                .noncurrentVersionExpiration(Duration.days(90))
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
