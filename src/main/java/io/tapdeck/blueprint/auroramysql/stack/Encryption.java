package io.tapdeck.blueprint.auroramysql.stack;

import io.tapdeck.blueprint.auroramysql.AuroraAccessSettings;
import io.tapdeck.blueprint.stack.AlarmDelivery;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Protection;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Alias;
import software.amazon.awscdk.services.kms.Key;

/** The one key that encrypts database and secret and, where chosen, bucket and topic. */
final class Encryption {
    final Key key;

    Encryption(Stack stack, EnvironmentDefinition definition) {
        key = Key.Builder.create(stack, "AuroraEncryptionKey-" + definition.suffix())
                .enableKeyRotation(true)
                .description("KMS key for Aurora database encryption")
                // A protected environment leaves a snapshot and a bucket behind that only this key can read.
                .removalPolicy(Protection.of(definition) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
        if (AuroraAccessSettings.topicEncrypted(definition)) {
            AlarmDelivery.letUse(stack, key);
        }
        Alias.Builder.create(stack, "AuroraKeyAlias-" + definition.suffix())
                .aliasName("alias/" + alias(definition))
                .targetKey(key)
                .build();
    }

    /** A stack's name is unique in its account and region, and so is an alias named after it. */
    private static String alias(EnvironmentDefinition definition) {
        return AuroraAccessSettings.aliasBySuffix(definition)
                ? "aurora-db-key-" + definition.suffix()
                : definition.stackName();
    }
}
