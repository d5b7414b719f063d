package io.tapdeck.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/**
 * A physical resource that exists in the sandbox's account.
 *
 * @param stackId ARN of the stack that made it
 * @param stackName name of that stack
 * @param logicalId its name in the template
 * @param type CloudFormation's type, such as {@code AWS::RDS::DBCluster}
 * @param physicalId what {@code Ref} gives; unique within the type
 * @param properties the properties as CloudFormation passed them, with every intrinsic function resolved; do not change
 * @param attributes what {@code Fn::GetAtt} gives, by attribute name ({@code Endpoint.Address}, {@code Arn}); strings
 *     and lists
 * @param tags the tags it carries: those of the stack and its own
 * @param createdAt when it was begun, in endpoint time
 * @param changedAt when it took on these properties, in endpoint time
 */
public record LiveResource(
        String stackId,
        String stackName,
        String logicalId,
        String type,
        String physicalId,
        ObjectNode properties,
        ObjectNode attributes,
        Map<String, String> tags,
        Instant createdAt,
        Instant changedAt) {

    /** Copies the tags; the JSON is shared and read only by agreement. */
    public LiveResource {
        tags = Map.copyOf(tags);
    }

    /**
     * The text at a path of the properties, in JSON Pointer notation.
     *
     * @param pointer such as {@code /ServerlessV2ScalingConfiguration/MinCapacity}
     * @param absent what is returned when nothing stands there
     * @return scalars as text, objects and lists as JSON
     */
    public String property(String pointer, String absent) {
        JsonNode value = properties.at(pointer);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /**
     * The resource as somebody has changed it by an ordinary call to its service.
     *
     * @param changed its properties from now on
     * @param now in endpoint time
     */
    public LiveResource with(ObjectNode changed, Instant now) {
        return new LiveResource(
                stackId, stackName, logicalId, type, physicalId, changed, attributes, tags, createdAt, now);
    }
}
