package io.tapdeck.sandbox.cloudformation.types;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts the tags that a resource gets, its own and its stack's, as AWS does: 50 at most (Tagging AWS resources user guide,
 * "Tag naming limits and requirements").
 */
public final class TagCheck {
    private static final int LIMIT = 50;

    private TagCheck() {}

    /** The reason for which the tags are refused, in the words of the schema's check; empty when they are not. */
    public static Optional<String> refusal(ResourceType type, ObjectNode properties, Map<String, String> stackTags) {
        Set<String> keys = new HashSet<>(stackTags.keySet());
        properties.path("Tags").forEach(tag -> keys.add(tag.path("Key").asText()));
        return type.isTaggable() && keys.size() > LIMIT
                ? Optional.of("Model validation failed (#/Tags: maximum size: [%d], found: [%d])"
                        .formatted(LIMIT, keys.size()))
                : Optional.empty();
    }
}
