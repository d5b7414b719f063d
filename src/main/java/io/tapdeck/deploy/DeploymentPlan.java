package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.StackTemplate;
import java.time.Duration;
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
 * @param watchTime how long an update's alarms are watched after its last resource, so that one that rings rolls it back;
 *     null to watch none
 */
public record DeploymentPlan(
        EnvironmentKey environment,
        CloudAssembly assembly,
        List<StackTemplate> stacks,
        TargetSettings settings,
        String ownStack,
        @Nullable Duration watchTime) {
    public DeploymentPlan {
        stacks = List.copyOf(stacks);
        if (watchTime != null && (watchTime.isNegative() || watchTime.compareTo(RollbackTriggers.LONGEST) > 0)) {
            throw new DeployException(
                    "Alarms cannot be watched for %d minutes.".formatted(watchTime.toMinutes()),
                    "Choose 0 to %d minutes.".formatted(RollbackTriggers.LONGEST.toMinutes()));
        }
    }

    /**
     * The same, rolled back by alarms that ring; only updates are, since a new stack's alarms are new themselves.
     *
     * @param watched how long after the last resource, 0 to 180 minutes; null to watch none
     */
    public DeploymentPlan rollingBackOnAlarm(@Nullable Duration watched) {
        return new DeploymentPlan(environment, assembly, stacks, settings, ownStack, watched);
    }

    /** The same, meant for an account: through a session of another, no review of it is made. */
    public DeploymentPlan pinned(AccountPin pin) {
        EnvironmentKey pinned = pin.account() == null
                ? environment
                : new EnvironmentKey(
                        pin.account(), environment.region(), environment.blueprint(), environment.suffix());
        return new DeploymentPlan(pinned, assembly, stacks, settings, ownStack, watchTime);
    }

    /** A plan whose own stack has the usual name, and that watches no alarms. */
    public DeploymentPlan(
            EnvironmentKey environment, CloudAssembly assembly, List<StackTemplate> stacks, TargetSettings settings) {
        this(environment, assembly, stacks, settings, environment.stackName(), null);
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
                stackName,
                watchTime);
    }

    /** Which part of the environment a stack is; null for its own stack. */
    public @Nullable Part part(StackTemplate stack) {
        return stack.stackName().equals(ownStack)
                ? null
                : new Part(stack.stackName(), stack.region() == null ? environment.region() : stack.region());
    }
}
