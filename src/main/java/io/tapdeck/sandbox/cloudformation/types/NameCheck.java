package io.tapdeck.sandbox.cloudformation.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Holds the name that a template gives against the rules of its service. The rules are data: {@code name.rules} of a type
 * lists patterns, each with the schema's keyword ({@code pattern}, {@code maxLength}) or the service's own words.
 */
public final class NameCheck {

    private NameCheck() {}

    /** The reason for which the name is refused; empty when it is not, or when CloudFormation chooses it. */
    public static Optional<String> refusal(Naming naming, ObjectNode properties) {
        String property = naming.type().nameProperty();
        if (property.isEmpty() || !properties.has(property)) {
            return Optional.empty();
        }
        String name = properties.path(property).asText();
        for (JsonNode rule : naming.type().data().path("name").path("rules")) {
            if (!name.matches(rule.path("pattern").asText())) {
                return Optional.of(reason(naming, property, name, rule));
            }
        }
        return Optional.empty();
    }

    private static String reason(Naming naming, String property, String name, JsonNode rule) {
        return rule.has("keyword")
                ? "Model validation failed (#/%s: failed validation constraint for keyword [%s])"
                        .formatted(property, rule.path("keyword").asText())
                : HandlerMessage.invalid(naming, rule.path("refusal").asText().replace("{name}", name));
    }
}
