package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.PhysicalResource;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An environment that was found in an account.
 *
 * @param status the stack's state
 * @param deployedAt the last update, else the creation
 * @param outputs of the stack
 * @param resources what CloudFormation has made: what metrics' dimensions need
 */
public record DeployedEnvironment(
        EnvironmentKey key,
        String stackName,
        String stackId,
        StackState status,
        Instant deployedAt,
        Map<String, String> outputs,
        List<PhysicalResource> resources) {
    public DeployedEnvironment {
        outputs = Map.copyOf(outputs);
        resources = List.copyOf(resources);
    }
}
