package io.tapdeck.blueprint.backupsystem.stack;

import io.tapdeck.blueprint.backupsystem.BackupAlarms;
import io.tapdeck.blueprint.backupsystem.BackupSettings;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Protection;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.IKey;

/** What is known of the backups, and the hashes by which a worker finds a file that it has already. */
final class Tables {
    final Table metadata;
    final Table deduplication;

    private final Stack stack;
    private final EnvironmentDefinition definition;
    private final IKey key;
    private final Names names;

    Tables(Stack stack, EnvironmentDefinition definition, IKey key, Names names) {
        this.stack = stack;
        this.definition = definition;
        this.key = key;
        this.names = names;
        metadata = table(BackupAlarms.METADATA)
                .partitionKey(text("backupId"))
                .sortKey(text("timestamp"))
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(definition.isOn(BackupSettings.POINT_IN_TIME_RECOVERY))
                        .build())
                .build();
        deduplication = table(BackupAlarms.DEDUPLICATION)
                .partitionKey(text("fileHash"))
                .timeToLiveAttribute("ttl")
                .build();
    }

    private Table.Builder table(String id) {
        Table.Builder builder = Table.Builder.create(stack, id + "-" + definition.suffix())
                .encryption(TableEncryption.CUSTOMER_MANAGED)
                .encryptionKey(key)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .deletionProtection(Protection.of(definition))
                .removalPolicy(Encryption.removal(definition));
        names.of(id).ifPresent(builder::tableName);
        return builder;
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}
