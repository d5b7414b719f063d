package io.tapdeck.synth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.environment.DefinitionJson;
import io.tapdeck.environment.Draft;
import org.jspecify.annotations.Nullable;

/**
 * What the worker is asked, as one line of JSON.
 *
 * @param definition the environment, valid
 * @param permissionsBoundary as in {@link SynthesisRequest}
 * @param checkRules as in {@link SynthesisRequest}
 */
public record WorkerRequest(Draft definition, @Nullable String permissionsBoundary, boolean checkRules) {

    static WorkerRequest of(SynthesisRequest request) {
        return new WorkerRequest(request.definition().toDraft(), request.permissionsBoundary(), request.checkRules());
    }

    /** One line of JSON. */
    public String write() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("definition", DefinitionJson.write(definition));
        root.put("permissionsBoundary", permissionsBoundary);
        root.put("checkRules", checkRules);
        return root.toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws DefinitionJson.UnreadableDefinition if it is something else
     */
    public static WorkerRequest read(String line) {
        JsonNode root = DefinitionJson.parse(line);
        return new WorkerRequest(
                DefinitionJson.read(root.path("definition").toString()),
                root.hasNonNull("permissionsBoundary")
                        ? root.path("permissionsBoundary").asText()
                        : null,
                root.path("checkRules").asBoolean(false));
    }
}
