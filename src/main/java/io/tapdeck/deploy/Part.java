package io.tapdeck.deploy;

import org.jspecify.annotations.Nullable;

/**
 * A stack of an environment beside its own, such as a replica in another region. What belongs to the environment's own
 * stack has no part.
 *
 * @param stackName its name in CloudFormation
 * @param region where it stands
 */
public record Part(String stackName, String region) {

    /** What tells a resource from every other of its environment: two stacks may use one logical id. */
    public static String id(@Nullable Part part, String logicalId) {
        return part == null ? logicalId : part.stackName() + "/" + logicalId;
    }
}
