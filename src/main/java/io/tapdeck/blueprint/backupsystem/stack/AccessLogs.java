package io.tapdeck.blueprint.backupsystem.stack;

import io.tapdeck.blueprint.backupsystem.SystemCapabilities;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Protection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CfnBucket.LoggingConfigurationProperty;
import software.amazon.awscdk.services.s3.LifecycleRule;

/** Who read or wrote a backup: the access logs of a stack's buckets, in a bucket of their own. */
final class AccessLogs {
    private final Stack stack;
    private final EnvironmentDefinition definition;
    private final Bucket bucket;

    /**
     * Makes the bucket.
     *
     * @param kind what its name begins with
     */
    AccessLogs(Stack stack, EnvironmentDefinition definition, String kind) {
        this.stack = stack;
        this.definition = definition;
        bucket = Bucket.Builder.create(stack, "BackupLogBucket-" + definition.suffix())
                .bucketName(name(kind))
                // S3 delivers access logs to no bucket whose key is in KMS (S3 user guide, "Enabling Amazon S3 server
                // access logging").
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("LogExpiry")
                        .enabled(true)
                        .expiration(Duration.days(SystemCapabilities.LOG_DAYS))
                        .abortIncompleteMultipartUploadAfter(Buckets.UPLOADS_END_AFTER)
                        .build()))
                .removalPolicy(Encryption.removal(definition))
                .autoDeleteObjects(!Protection.of(definition))
                .build();
    }

    /**
     * Logs the access to {@code logged}. Rights as in the S3 user guide, "Enabling Amazon S3 server access logging"; by
     * constructed names, since the policy is there before what it speaks of.
     *
     * @param kind what the bucket's name begins with; also the prefix of its logs
     * @return {@code logged}
     */
    Bucket of(Bucket logged, String kind) {
        bucket.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("logging.s3.amazonaws.com")))
                .actions(List.of("s3:PutObject"))
                .resources(List.of(bucket.arnForObjects(kind + "/*")))
                // Sorted: a template is the same, byte by byte, whichever process makes it.
                .conditions(new TreeMap<>(Map.of(
                        "ArnLike", Map.of("aws:SourceArn", arn(name(kind))),
                        "StringEquals", Map.of("aws:SourceAccount", stack.getAccount()))))
                .build());
        CfnBucket resource = Buckets.resource(logged);
        resource.setLoggingConfiguration(LoggingConfigurationProperty.builder()
                .destinationBucketName(bucket.getBucketName())
                .logFilePrefix(kind + "/")
                .build());
        // Emptied and deleted after what it logs; else the deletion itself would be logged into an emptied bucket.
        resource.getNode().addDependency(bucket);
        return logged;
    }

    private String name(String kind) {
        return Buckets.name(stack, definition, kind, stack.getRegion());
    }

    private String arn(String bucketName) {
        return stack.formatArn(ArnComponents.builder()
                .service("s3")
                .region("")
                .account("")
                .resource(bucketName)
                .build());
    }
}
