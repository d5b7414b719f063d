package io.tapdeck.deploy;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource that an operation will move.
 *
 * @param logicalId as in the template
 * @param displayName the logical id without CDK's hash and suffix, such as {@code AuroraCluster}; the region follows
 *     where it stands in a part
 * @param resourceType such as {@code AWS::RDS::DBCluster}
 * @param dependsOn {@linkplain #id ids} of what must be done first: through Ref, GetAtt, Sub or DependsOn, or because
 *     its stack comes first
 * @param usual how long it usually takes
 * @param latest how long it takes at the latest, as far as is known
 * @param part the stack that it belongs to; null for the environment's own
 */
public record PlannedResource(
        String logicalId,
        String displayName,
        String resourceType,
        List<String> dependsOn,
        Duration usual,
        Duration latest,
        @Nullable Part part) {
    public PlannedResource {
        dependsOn = List.copyOf(dependsOn);
    }

    /** A resource of the environment's own stack. */
    public PlannedResource(
            String logicalId,
            String displayName,
            String resourceType,
            List<String> dependsOn,
            Duration usual,
            Duration latest) {
        this(logicalId, displayName, resourceType, dependsOn, usual, latest, null);
    }

    /** The logical id, made unique among the environment's stacks. */
    public String id() {
        return Part.id(part, logicalId);
    }

    public PlannedResource after(List<String> ids) {
        return new PlannedResource(logicalId, displayName, resourceType, ids, usual, latest, part);
    }
}
