package io.tapdeck.sandbox.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** What expressions ask of the world: the resources of the stack, and the exports of the others. */
public interface Resources {

    /** Stands for a value that only the deployment can tell; a function over it gives it again. */
    TextNode KNOWN_AFTER_APPLY = TextNode.valueOf("{{changeSet:KNOWN_AFTER_APPLY}}");

    /** Knows nothing. */
    Resources UNKNOWN = new Resources() {
        @Override
        public JsonNode ref(String logicalId) {
            return KNOWN_AFTER_APPLY;
        }

        @Override
        public JsonNode attribute(String logicalId, String attribute) {
            return KNOWN_AFTER_APPLY;
        }

        @Override
        public JsonNode export(String name) {
            return KNOWN_AFTER_APPLY;
        }
    };

    /** What {@code Ref} gives for a resource. */
    JsonNode ref(String logicalId);

    /** What {@code Fn::GetAtt} gives. */
    JsonNode attribute(String logicalId, String attribute);

    /** The value exported under a name. */
    JsonNode export(String name);

    /** Told of a function that cannot be resolved yet and that AWS warns about. */
    default void unresolved(String warning) {}
}
