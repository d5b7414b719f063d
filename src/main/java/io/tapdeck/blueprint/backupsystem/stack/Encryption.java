package io.tapdeck.blueprint.backupsystem.stack;

import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Protection;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;

/** The keys of a backup system: one for each region that it is in. */
final class Encryption {
    private Encryption() {}

    /**
     * A key for backups. S3, DynamoDB and SQS use it with the rights of who calls them, which the key leaves to IAM; what
     * acts on its own, such as CloudWatch, is let in where it is needed.
     */
    static Key key(Stack stack, EnvironmentDefinition definition, String name, String description) {
        return Key.Builder.create(stack, name + "-" + definition.suffix())
                .enableKeyRotation(true)
                .description(description)
                // A protected environment leaves buckets and tables behind that only this key can read.
                .removalPolicy(removal(definition))
                .build();
    }

    /** What becomes of what holds data, or reads it, when its stack is deleted. */
    static RemovalPolicy removal(EnvironmentDefinition definition) {
        return Protection.of(definition) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    }
}
