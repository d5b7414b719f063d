package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.StackTemplate;
import java.util.List;

/**
 * What would be deployed where, in order.
 *
 * @param environment what it is about
 * @param assembly where the templates come from
 * @param stacks in the order of deployment; never empty
 */
public record DeploymentPlan(EnvironmentKey environment, CloudAssembly assembly, List<StackTemplate> stacks) {
    public DeploymentPlan {
        stacks = List.copyOf(stacks);
    }
}
