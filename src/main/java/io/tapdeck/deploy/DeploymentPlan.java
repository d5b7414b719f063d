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
 * @param ownStack the name of the environment's own stack: the usual one, or that of a stack that it takes over
 */
public record DeploymentPlan(
        EnvironmentKey environment,
        CloudAssembly assembly,
        List<StackTemplate> stacks,
        TargetSettings settings,
        String ownStack) {
    public DeploymentPlan {
        stacks = List.copyOf(stacks);
    }

    /** A plan whose own stack has the usual name. */
    public DeploymentPlan(
            EnvironmentKey environment, CloudAssembly assembly, List<StackTemplate> stacks, TargetSettings settings) {
        this(environment, assembly, stacks, settings, environment.stackName());
    }

    /** The same plan for a stack that has another name and keeps it. */
    public DeploymentPlan adopting(String stackName) {
        return new DeploymentPlan(
                environment,
                assembly,
                stacks.stream()
                        .map(stack -> part(stack) == null ? stack.named(stackName) : stack)
                        .toList(),
                settings,
                stackName);
    }

    /** Which part of the environment a stack is; null for its own stack. */
    public @Nullable Part part(StackTemplate stack) {
        return stack.stackName().equals(ownStack)
                ? null
                : new Part(stack.stackName(), stack.region() == null ? environment.region() : stack.region());
    }
}
