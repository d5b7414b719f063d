package io.tapdeck.deploy;

import java.time.Duration;
import java.util.List;

/**
 * A resource that an operation will move.
 *
 * @param logicalId as in the template
 * @param displayName the logical id without CDK's hash and suffix, such as {@code AuroraCluster}
 * @param resourceType such as {@code AWS::RDS::DBCluster}
 * @param dependsOn logical ids that must be done first, through Ref, GetAtt, Sub or DependsOn
 * @param usual how long it usually takes
 * @param latest how long it takes at the latest, as far as is known
 */
public record PlannedResource(
        String logicalId,
        String displayName,
        String resourceType,
        List<String> dependsOn,
        Duration usual,
        Duration latest) {
    public PlannedResource {
        dependsOn = List.copyOf(dependsOn);
    }
}
