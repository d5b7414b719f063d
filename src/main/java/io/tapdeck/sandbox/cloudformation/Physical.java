package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.cloudformation.template.ResourceDefinition;
import io.tapdeck.sandbox.cloudformation.types.Naming;
import io.tapdeck.sandbox.cloudformation.types.PhysicalIdentity;
import io.tapdeck.sandbox.cloudformation.types.ResourceType;
import java.time.Instant;
import java.util.Map;

/**
 * A physical resource as it stands.
 *
 * @param naming how it was named
 * @param identity its names
 * @param definition the template's words
 * @param properties resolved
 * @param shown as {@code properties}, scalars as text and secrets masked: what events and change sets show
 * @param attributes for {@code Fn::GetAtt}
 * @param stackTags the stack's tags when it was last touched
 * @param createdAt when it was made
 */
record Physical(
        Naming naming,
        PhysicalIdentity identity,
        ResourceDefinition definition,
        ObjectNode properties,
        ObjectNode shown,
        ObjectNode attributes,
        Map<String, String> stackTags,
        Instant createdAt) {

    ResourceType type() {
        return naming.type();
    }

    String id() {
        return identity.ref();
    }
}
