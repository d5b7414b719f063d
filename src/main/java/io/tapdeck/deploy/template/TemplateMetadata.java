package io.tapdeck.deploy.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Part;
import io.tapdeck.environment.DefinitionJson;
import io.tapdeck.environment.DefinitionJson.UnreadableDefinition;
import io.tapdeck.environment.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the template of an environment's own stack says of the environment: the blueprints' stacks write it. */
public final class TemplateMetadata {
    private TemplateMetadata() {}

    /**
     * The environment's other stacks, in the order of deployment.
     *
     * @param ownRegion of those that name none
     */
    public static List<Part> parts(TemplateGraph template, String ownRegion) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode part : template.metadata().path("TapdeckParts")) {
            parts.add(new Part(part.path("stack").asText(), part.path("region").asText(ownRegion)));
        }
        return parts;
    }

    /** The permissions boundary that the template was made with; empty if there is none. */
    public static Optional<String> permissionsBoundary(TemplateGraph template) {
        return Optional.ofNullable(
                template.metadata().path("TapdeckPermissionsBoundary").textValue());
    }

    /**
     * The definition of the environment; empty if the template has none.
     *
     * @throws DeployException if this Tapdeck cannot read it
     */
    public static Optional<Draft> definition(TemplateGraph template, String stackName) {
        JsonNode definition = template.metadata().path("Tapdeck");
        if (definition.isMissingNode()) {
            return Optional.empty();
        }
        try {
            return Optional.of(DefinitionJson.read(definition.toString()));
        } catch (UnreadableDefinition e) {
            throw new DeployException(
                    "The definition of %s cannot be read: %s".formatted(stackName, e.getMessage()),
                    "Use the newest Tapdeck; a newer one may have deployed it.");
        }
    }
}
