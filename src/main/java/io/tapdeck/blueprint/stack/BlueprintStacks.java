package io.tapdeck.blueprint.stack;

import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentDefinition;
import software.constructs.Construct;

/** The stacks of one blueprint; loaded in the worker only. */
public interface BlueprintStacks {

    /** What they are the stacks of. */
    Blueprint blueprint();

    /** Adds the stacks of {@code definition} below {@code scope}, the root construct. */
    void addTo(Construct scope, EnvironmentDefinition definition);
}
