package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import org.jspecify.annotations.Nullable;

/**
 * A stack of an environment beside its own, such as a replica in another region. What belongs to the environment's own
 * stack has no part.
 *
 * @param stackName its name in CloudFormation
 * @param region where it stands
 */
public record Part(String stackName, String region) {

    /**
     * What a stack is to its environment. The names of parts are the environment's with something after it; its own stack may
     * have kept another name, if it was taken over.
     *
     * @return null for the environment's own
     */
    public static @Nullable Part of(EnvironmentKey environment, String stackName, String region) {
        return stackName.startsWith(environment.stackName() + "-") ? new Part(stackName, region) : null;
    }

    /** What tells a resource from every other of its environment: two stacks may use one logical id. */
    public static String id(@Nullable Part part, String logicalId) {
        return part == null ? logicalId : part.stackName() + "/" + logicalId;
    }
}
