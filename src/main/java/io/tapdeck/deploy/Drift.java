package io.tapdeck.deploy;

import io.tapdeck.deploy.ResourceChange.PropertyChange;
import io.tapdeck.environment.EnvironmentKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an environment's resources differ from what its templates say, because somebody changed them by hand.
 *
 * @param at when it was detected, by AWS's clock
 * @param resources those that differ; empty if none does
 * @param notChecked display names of what CloudFormation cannot compare
 */
public record Drift(EnvironmentKey environment, Instant at, List<DriftedResource> resources, List<String> notChecked) {
    public Drift {
        resources = List.copyOf(resources);
        notChecked = List.copyOf(notChecked);
    }

    /**
     * A resource that differs.
     *
     * @param part the stack that it belongs to; null for the environment's own
     * @param deleted whether it is gone altogether
     * @param properties "before" is what the template says, "after" how it is
     */
    public record DriftedResource(
            @Nullable Part part,
            String logicalId,
            String displayName,
            String resourceType,
            String physicalId,
            boolean deleted,
            List<PropertyChange> properties) {
        public DriftedResource {
            properties = List.copyOf(properties);
        }
    }
}
