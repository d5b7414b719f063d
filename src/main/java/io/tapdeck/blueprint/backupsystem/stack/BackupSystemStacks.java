package io.tapdeck.blueprint.backupsystem.stack;

import io.tapdeck.blueprint.backupsystem.BackupSettings;
import io.tapdeck.blueprint.backupsystem.BackupSystem;
import io.tapdeck.blueprint.stack.BlueprintStacks;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentDefinition;
import software.constructs.Construct;

/** The stack of a {@code backup-system} environment, and before it that of its replicas if they go to another region. */
public final class BackupSystemStacks implements BlueprintStacks {

    @Override
    public Blueprint blueprint() {
        return new BackupSystem();
    }

    @Override
    public void addTo(Construct scope, EnvironmentDefinition definition) {
        String region = BackupSettings.replicaRegion(definition);
        ReplicaStack replica = region == null
                ? null
                : new ReplicaStack(scope, "ReplicaStack-" + definition.suffix(), definition, region);
        new InfrastructureStack(scope, "InfrastructureStack-" + definition.suffix(), definition, replica);
    }
}
