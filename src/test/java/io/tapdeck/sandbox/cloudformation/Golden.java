package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The seeds' templates, as CDK made them, with the handlers' code inlined: the sandbox keeps no S3 objects. */
final class Golden {

    private Golden() {}

    static ObjectNode template(String seed) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + seed + "-dev-agnostic.template.json")) {
            ObjectNode template = (ObjectNode) new ObjectMapper().readTree(in);
            template.path("Resources").forEach(Golden::inline);
            template.remove("Parameters");
            template.remove("Rules");
            return template;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void inline(JsonNode resource) {
        if (resource.path("Type").asText().equals("AWS::Lambda::Function")) {
            ((ObjectNode) resource.path("Properties")).putObject("Code").put("ZipFile", "exports.handler = () => {};");
        }
    }
}
