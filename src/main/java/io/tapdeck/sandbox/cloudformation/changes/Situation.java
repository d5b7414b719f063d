package io.tapdeck.sandbox.cloudformation.changes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.types.ResourceCatalog;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What is deployed and what is asked for.
 *
 * @param before the template in force; empty for a creation
 * @param deployed the resources that exist, by logical id
 * @param after what is asked for
 * @param catalog the resource types
 * @param exports the value of an export
 * @param show how a tree of properties is shown: scalars as text
 * @param tagsChange whether the stack's tags change
 */
public record Situation(
        Optional<BoundTemplate> before,
        Map<String, DeployedResource> deployed,
        BoundTemplate after,
        ResourceCatalog catalog,
        Function<String, Optional<JsonNode>> exports,
        UnaryOperator<JsonNode> show,
        boolean tagsChange) {}
