package io.tapdeck.blueprint.auroramysql.stack;

import io.tapdeck.blueprint.auroramysql.AuroraAccessSettings;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Protection;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
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
            letAlarmsPublish(stack);
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

    private void letAlarmsPublish(Stack stack) {
        // Without it alarms change state and nobody is told (CloudWatch user guide, "Notifying users on alarm changes",
        // on encrypted topics).
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("AlarmsPublishToTheEncryptedTopic")
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
                .resources(List.of("*"))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", stack.getAccount())))
                .build());
    }
}
