package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.PhysicalResource;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An environment that was found in an account.
 *
 * @param status the stack's state
 * @param deployedAt the last update, else the creation
 * @param outputs of the stack
 * @param resources what CloudFormation has made: what metrics' dimensions need
 * @param tags of the stack, without those by which Tapdeck finds it
 * @param terminationProtection whether CloudFormation refuses to delete the stack
 */
public record DeployedEnvironment(
        EnvironmentKey key,
        String stackName,
        String stackId,
        StackState status,
        Instant deployedAt,
        Map<String, String> outputs,
        List<PhysicalResource> resources,
        SortedMap<String, String> tags,
        boolean terminationProtection) {
    public DeployedEnvironment {
        outputs = Map.copyOf(outputs);
        resources = List.copyOf(resources);
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** Without tags and without protection. */
    public DeployedEnvironment(
            EnvironmentKey key,
            String stackName,
            String stackId,
            StackState status,
            Instant deployedAt,
            Map<String, String> outputs,
            List<PhysicalResource> resources) {
        this(key, stackName, stackId, status, deployedAt, outputs, resources, Collections.emptySortedMap(), false);
    }
}
