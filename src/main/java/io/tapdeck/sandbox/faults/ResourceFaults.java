package io.tapdeck.sandbox.faults;

import java.util.Optional;

/** The faults that the simulated CloudFormation asks for, once before every work on a resource. */
@FunctionalInterface
public interface ResourceFaults {

    /**
     * The fault that a resource has now; empty if it has none.
     *
     * @param logicalId such as {@code ClusterEB0386A7}
     * @param type such as {@code AWS::RDS::DBCluster}
     * @param work what is about to be done to it
     */
    Optional<ResourceFault> forResource(String logicalId, String type, ResourceWork work);

    /** Nothing goes wrong. */
    static ResourceFaults none() {
        return (logicalId, type, work) -> Optional.empty();
    }
}
