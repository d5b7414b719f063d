package io.tapdeck.sandbox.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A parameter of a template. User guide, "Parameters section".
 *
 * @param name its name
 * @param body its declaration
 */
public record ParameterDefinition(String name, ObjectNode body) {

    private static final String SSM_VALUE = "AWS::SSM::Parameter::Value<";

    /** {@code String}, {@code Number}, {@code CommaDelimitedList}, … */
    public String type() {
        return body.path("Type").asText("String");
    }

    /** Whether the value is the name of a Systems Manager parameter that holds the value. */
    public boolean isSsmValue() {
        return type().startsWith(SSM_VALUE);
    }

    /** Whether {@code Ref} gives a list. */
    public boolean isList() {
        return type().contains("List<") || type().contains("CommaDelimitedList");
    }

    /** Whether the value is masked in answers. */
    public boolean noEcho() {
        return body.path("NoEcho").asBoolean(false);
    }

    /** The default, as text. */
    public Optional<String> defaultValue() {
        JsonNode value = body.path("Default");
        return value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
    }

    /** The values allowed; empty when all are. */
    public List<String> allowedValues() {
        List<String> values = new ArrayList<>();
        body.path("AllowedValues").forEach(value -> values.add(value.asText()));
        return values;
    }

    /** Refuses a value that the declaration does not allow. */
    void check(String value) {
        if (type().equals("Number") && !isNumber(value)) {
            throw Refusals.validation("Parameter '" + name + "' must be a number.");
        }
        List<String> allowed = allowedValues();
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            throw refusal("must be one of AllowedValues");
        }
        String pattern = body.path("AllowedPattern").asText("");
        if (!pattern.isEmpty() && !Pattern.matches(pattern, value)) {
            throw refusal("must match pattern " + pattern);
        }
        if (body.has("MinLength") && value.length() < body.path("MinLength").asInt()) {
            throw refusal("must contain at least " + body.path("MinLength").asInt() + " characters");
        }
        if (body.has("MaxLength") && value.length() > body.path("MaxLength").asInt()) {
            throw refusal("must contain at most " + body.path("MaxLength").asInt() + " characters");
        }
        if (body.has("MinValue")
                && Double.parseDouble(value) < body.path("MinValue").asDouble()) {
            throw refusal(
                    "must be a number not less than " + body.path("MinValue").asText());
        }
        if (body.has("MaxValue")
                && Double.parseDouble(value) > body.path("MaxValue").asDouble()) {
            throw refusal(
                    "must be a number not greater than " + body.path("MaxValue").asText());
        }
    }

    private RuntimeException refusal(String rule) {
        String constraint = body.path("ConstraintDescription").asText("");
        return Refusals.validation("Parameter '" + name + "' "
                + (constraint.isEmpty() ? rule : "failed to satisfy constraint: " + constraint));
    }

    private static boolean isNumber(String value) {
        try {
            Double.parseDouble(value);
            return true;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
