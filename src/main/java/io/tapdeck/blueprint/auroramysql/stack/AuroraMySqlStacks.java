package io.tapdeck.blueprint.auroramysql.stack;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.blueprint.stack.BlueprintStacks;
import io.tapdeck.blueprint.stack.RuleReason;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentDefinition;
import java.util.List;
import software.constructs.Construct;

/** The one stack of an {@code aurora-mysql} environment. */
public final class AuroraMySqlStacks implements BlueprintStacks {

    @Override
    public Blueprint blueprint() {
        return new AuroraMySql();
    }

    @Override
    public List<RuleReason> ruleReasons() {
        return RuleReasons.ALL;
    }

    @Override
    public void addTo(Construct scope, EnvironmentDefinition definition) {
        new InfrastructureStack(scope, "InfrastructureStack-" + definition.suffix(), definition);
    }
}
