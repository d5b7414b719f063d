package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.world.LiveResource;
import java.time.Instant;
import java.util.Map;

/** Things that stand in an account before a test begins. */
final class Fixtures {

    private Fixtures() {}

    /** A Systems Manager parameter that no stack made. */
    static LiveResource ssmParameter(String name, String value) {
        ObjectNode properties =
                JsonNodeFactory.instance.objectNode().put("Name", name).put("Value", value);
        return outside("AWS::SSM::Parameter", name, properties);
    }

    /** A resource that no stack made. */
    static LiveResource outside(String type, String physicalId, ObjectNode properties) {
        return new LiveResource(
                "",
                "",
                "",
                type,
                physicalId,
                properties,
                JsonNodeFactory.instance.objectNode(),
                Map.of(),
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
