package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.StackTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be deployed where, in order.
 *
 * @param environment what it is about
 * @param assembly where the templates come from
 * @param stacks in the order of deployment; never empty
 * @param settings what the target adds to every stack
 */
public record DeploymentPlan(
        EnvironmentKey environment, CloudAssembly assembly, List<StackTemplate> stacks, TargetSettings settings) {
    public DeploymentPlan {
        stacks = List.copyOf(stacks);
    }

    /** Which part of the environment a stack is; null for its own stack. */
    public @Nullable Part part(StackTemplate stack) {
        return stack.stackName().equals(environment.stackName())
                ? null
                : new Part(stack.stackName(), stack.region() == null ? environment.region() : stack.region());
    }
}
