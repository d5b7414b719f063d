package io.tapdeck.blueprint.backupsystem.stack;

import io.tapdeck.blueprint.backupsystem.BackupSettings;
import io.tapdeck.blueprint.backupsystem.BackupSystem;
import io.tapdeck.blueprint.stack.BlueprintStacks;
import io.tapdeck.blueprint.stack.RuleReason;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentDefinition;
import java.util.List;
import software.constructs.Construct;

/** The stack of a {@code backup-system} environment, and before it that of its replicas if they go to another region. */
public final class BackupSystemStacks implements BlueprintStacks {

    @Override
    public Blueprint blueprint() {
        return new BackupSystem();
    }

    @Override
    public List<RuleReason> ruleReasons() {
        return RuleReasons.ALL;
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
