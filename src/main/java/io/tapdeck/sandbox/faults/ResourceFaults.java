package io.tapdeck.sandbox.faults;

import java.util.Optional;

/** The faults that the simulated CloudFormation asks for before it works on a resource. */
@FunctionalInterface
public interface ResourceFaults {

    /**
     * The fault that a resource has; empty if it has none.
     *
     * @param logicalId such as {@code ClusterEB0386A7}
     * @param type such as {@code AWS::RDS::DBCluster}
     */
    Optional<ResourceFault> forResource(String logicalId, String type);

    /** Nothing goes wrong. */
    static ResourceFaults none() {
        return (logicalId, type) -> Optional.empty();
    }
}
