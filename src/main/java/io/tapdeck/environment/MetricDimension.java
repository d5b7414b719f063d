package io.tapdeck.environment;

import java.util.List;
import java.util.Optional;

/**
 * One dimension of a metric.
 *
 * @param name such as {@code DBClusterIdentifier}
 * @param value where its value comes from
 */
public record MetricDimension(String name, Value value) {

    /** Where a dimension's value comes from. */
    public sealed interface Value {}

    /** The same in every environment, such as {@code GetItem} for {@code Operation}. */
    public record Fixed(String text) implements Value {}

    /**
     * A resource of the environment, known only after deployment.
     *
     * @param resourceType such as {@code AWS::RDS::DBCluster}
     * @param logicalIdPrefix what its logical id begins with; tells resources of one type apart
     * @param form what of the physical id is the value
     */
    public record OfResource(String resourceType, String logicalIdPrefix, Form form) implements Value {}

    /** What of a physical id is a dimension's value. */
    public enum Form {
        /** All of it. */
        WHOLE,
        /** What follows the last slash: a queue's name stands at the end of its URL (SQS developer guide, "Queue URL"). */
        AFTER_LAST_SLASH
    }

    /** A dimension whose value is a resource's whole physical id. */
    public static MetricDimension of(String name, String resourceType, String logicalIdPrefix) {
        return new MetricDimension(name, new OfResource(resourceType, logicalIdPrefix, Form.WHOLE));
    }

    /** The value in an environment of {@code resources}; empty while its resource does not exist. */
    public Optional<String> in(List<PhysicalResource> resources) {
        return switch (value) {
            case Fixed(String text) -> Optional.of(text);
            case OfResource(String type, String prefix, Form form) ->
                resources.stream()
                        .filter(resource -> resource.resourceType().equals(type))
                        .filter(resource -> resource.logicalId().startsWith(prefix))
                        .map(PhysicalResource::physicalId)
                        .findFirst()
                        .map(id -> form == Form.WHOLE ? id : id.substring(id.lastIndexOf('/') + 1));
        };
    }
}
