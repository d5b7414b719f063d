package io.tapdeck.blueprint.backupsystem.stack;

import io.tapdeck.blueprint.stack.EmptyingRights;
import io.tapdeck.blueprint.stack.EnvironmentStack;
import io.tapdeck.blueprint.stack.InlineHandlers;
import io.tapdeck.environment.EnvironmentDefinition;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** The replicas in another region: a bucket, its key and its access logs. */
final class ReplicaStack extends EnvironmentStack {
    /** The output that the environment's own stack takes as a parameter. */
    static final String KEY_ARN = "ReplicaKeyArn";

    ReplicaStack(Construct scope, String id, EnvironmentDefinition definition, String region) {
        super(scope, id, definition, "Replicas of a backup system, made by Tapdeck", "-replica", region);
        Key key = Encryption.key(this, definition, "ReplicaEncryptionKey", "KMS key for backup replica encryption");
        Bucket replicas = new Buckets(this, definition, key, Buckets.REPLICA_LOGS).replication(Buckets.REPLICA);
        InlineHandlers.inline(this);
        EmptyingRights.grant(this);

        output("ReplicationBucketName", "Replication backup bucket name", replicas.getBucketName());
        output("ReplicationBucketArn", "Replication backup bucket ARN", replicas.getBucketArn());
        output(KEY_ARN, "KMS key that encrypts the replicas", key.getKeyArn());
    }
}
