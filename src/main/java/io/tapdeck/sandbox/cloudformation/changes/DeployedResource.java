package io.tapdeck.sandbox.cloudformation.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.cloudformation.template.ResourceDefinition;
import io.tapdeck.sandbox.cloudformation.types.ResourceType;
import java.util.function.Function;

/**
 * A resource that exists.
 *
 * @param definition the template's words when it was last touched
 * @param type its type
 * @param physicalId what {@code Ref} gives
 * @param shown its properties, as they may be shown
 * @param attribute what {@code Fn::GetAtt} gives
 */
public record DeployedResource(
        ResourceDefinition definition,
        ResourceType type,
        String physicalId,
        ObjectNode shown,
        Function<String, JsonNode> attribute) {}
