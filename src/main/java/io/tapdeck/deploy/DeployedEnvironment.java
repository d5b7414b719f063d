package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import java.time.Instant;
import java.util.Map;

/**
 * An environment that was found in an account.
 *
 * @param status the stack's state
 * @param deployedAt the last update, else the creation
 * @param outputs of the stack
 * @param physicalIds by resource type, the first of each: what metrics' dimensions need
 */
public record DeployedEnvironment(
        EnvironmentKey key,
        String stackName,
        String stackId,
        StackState status,
        Instant deployedAt,
        Map<String, String> outputs,
        Map<String, String> physicalIds) {
    public DeployedEnvironment {
        outputs = Map.copyOf(outputs);
        physicalIds = Map.copyOf(physicalIds);
    }
}
