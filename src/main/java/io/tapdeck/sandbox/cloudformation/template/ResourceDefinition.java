package io.tapdeck.sandbox.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A resource as the template writes it, functions unresolved.
 *
 * @param logicalId its name in the template
 * @param type such as {@code AWS::SNS::Topic}
 * @param properties empty when the template has none
 * @param dependsOn the explicit dependencies
 * @param condition the name of the condition it is made under
 * @param deletionPolicy {@code Delete} where the template says nothing
 * @param updateReplacePolicy {@code Delete} where the template says nothing
 * @param metadata null node when absent
 */
public record ResourceDefinition(
        String logicalId,
        String type,
        ObjectNode properties,
        List<String> dependsOn,
        Optional<String> condition,
        String deletionPolicy,
        String updateReplacePolicy,
        JsonNode metadata) {

    ResourceDefinition withPolicies(String deletion, String updateReplace) {
        return new ResourceDefinition(
                logicalId, type, properties, dependsOn, condition, deletion, updateReplace, metadata);
    }
}
