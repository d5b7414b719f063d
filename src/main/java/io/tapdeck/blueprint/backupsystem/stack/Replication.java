package io.tapdeck.blueprint.backupsystem.stack;

import io.tapdeck.environment.EnvironmentDefinition;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.ReplicationRule;

/** How backups are copied. */
final class Replication {
    /** What S3 takes on to copy. Its own, since the one that CDK would make has the same name in every stack. */
    final Role role;

    private final IBucket replicas;
    private final IKey replicaKey;

    /** Copies to {@code replicas}, encrypted there with {@code replicaKey}; both may be in another region. */
    Replication(Stack stack, EnvironmentDefinition definition, IBucket replicas, IKey replicaKey) {
        this.replicas = replicas;
        this.replicaKey = replicaKey;
        role = Role.Builder.create(stack, "ReplicationRole-" + definition.suffix())
                .description("Lets S3 copy backups to the replication bucket")
                .assumedBy(new ServicePrincipal("s3.amazonaws.com"))
                .build();
    }

    /**
     * Every backup is copied. A deletion is not: the replica is what is left when somebody deletes a backup by mistake.
     */
    ReplicationRule rule() {
        return ReplicationRule.builder()
                .id("EveryBackup")
                .destination(replicas)
                .kmsKey(replicaKey)
                // Objects under a key of KMS are left out unless a rule takes them in (S3 user guide, "Replicating
                // encrypted
                // objects").
                .sseKmsEncryptedObjects(true)
                .deleteMarkerReplication(false)
                .build();
    }

    /**
     * Gives S3 the rights to copy from {@code primary}, which {@code key} encrypts (S3 user guide, "Setting up permissions
     * for live replication" and "Replicating encrypted objects"); a key only for objects of its bucket.
     */
    void letRead(IBucket primary, IKey key) {
        allow(List.of("s3:GetReplicationConfiguration", "s3:ListBucket"), primary.getBucketArn());
        allow(
                List.of("s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"),
                primary.arnForObjects("*"));
        allow(List.of("s3:ReplicateObject", "s3:ReplicateTags"), replicas.arnForObjects("*"));
        allowKey("kms:Decrypt", key, primary);
        allowKey("kms:Encrypt", replicaKey, replicas);
    }

    private void allow(List<String> actions, String resource) {
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(actions)
                .resources(List.of(resource))
                .build());
    }

    private void allowKey(String action, IKey key, IBucket bucket) {
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(key.getKeyArn()))
                .conditions(Map.of("StringLike", Map.of("kms:EncryptionContext:aws:s3:arn", bucket.arnForObjects("*"))))
                .build());
    }
}
