package io.tapdeck.blueprint.stack;

import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentDefinition;
import java.util.List;
import software.constructs.Construct;

/** The stacks of one blueprint; loaded in the worker only. */
public interface BlueprintStacks {

    /** What they are the stacks of. */
    Blueprint blueprint();

    /** Adds the stacks of {@code definition} below {@code scope}, the root construct. */
    void addTo(Construct scope, EnvironmentDefinition definition);

    /** Why some of cdk-nag's AwsSolutions rules are not followed; every finding has a reason here or is mended. */
    default List<RuleReason> ruleReasons() {
        return List.of();
    }
}
