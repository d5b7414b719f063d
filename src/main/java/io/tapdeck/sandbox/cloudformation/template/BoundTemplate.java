package io.tapdeck.sandbox.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A template with values for its parameters, its conditions decided. */
public final class BoundTemplate {

    private final Template template;
    private final ParameterValues parameters;
    private final Pseudo pseudo;
    private final Map<String, Boolean> conditions = new HashMap<>();

    /** Decides the conditions and checks the rules. */
    public BoundTemplate(Template template, ParameterValues parameters, Pseudo pseudo) {
        this.template = template;
        this.parameters = parameters;
        this.pseudo = pseudo;
        ConditionEvaluator evaluator = new ConditionEvaluator(template, intrinsics(Resources.UNKNOWN, false));
        template.conditions().keySet().forEach(name -> conditions.put(name, evaluator.holds(name)));
        evaluator.checkRules();
    }

    /** The template. */
    public Template template() {
        return template;
    }

    /** The values of its parameters. */
    public ParameterValues parameters() {
        return parameters;
    }

    /** Whether a condition holds; an unknown one does not. */
    public boolean condition(String name) {
        return conditions.getOrDefault(name, false);
    }

    /** The resources whose condition holds, in the order of the template. */
    public Map<String, ResourceDefinition> resources() {
        Map<String, ResourceDefinition> active = new LinkedHashMap<>();
        template.resources().forEach((name, resource) -> {
            if (resource.condition().map(this::condition).orElse(true)) {
                active.put(
                        name,
                        resource.withPolicies(
                                policy(resource, "DeletionPolicy", resource.deletionPolicy()),
                                policy(resource, "UpdateReplacePolicy", resource.updateReplacePolicy())));
            }
        });
        return active;
    }

    private String policy(ResourceDefinition resource, String member, String literal) {
        JsonNode written =
                template.body().path("Resources").path(resource.logicalId()).path(member);
        return written.isObject()
                ? intrinsics(Resources.UNKNOWN, false).resolve(written).asText(literal)
                : literal;
    }

    /** Resolves expressions with the values of {@code resources}. */
    public Intrinsics intrinsics(Resources resources) {
        return intrinsics(resources, false);
    }

    /** As {@link #intrinsics}, with {@code ****} for the parameters that must not be shown. */
    public Intrinsics maskedIntrinsics(Resources resources) {
        return intrinsics(resources, true);
    }

    private Intrinsics intrinsics(Resources resources, boolean masked) {
        return new Intrinsics(new Intrinsics.Scope() {
            @Override
            public JsonNode ref(String name) {
                ParameterDefinition parameter = template.parameters().get(name);
                if (parameter != null) {
                    return masked && parameter.noEcho() ? TextNode.valueOf("****") : parameterValue(parameter);
                }
                return Pseudo.isPseudo(name) ? pseudo.value(name) : resources.ref(name);
            }

            @Override
            public JsonNode attribute(String logicalId, String attribute) {
                return resources.attribute(logicalId, attribute);
            }

            @Override
            public JsonNode export(String name) {
                return resources.export(name);
            }

            @Override
            public void unresolved(String warning) {
                resources.unresolved(warning);
            }

            @Override
            public boolean condition(String name) {
                return BoundTemplate.this.condition(name);
            }

            @Override
            public JsonNode mapping(String map, String first, String second) {
                JsonNode value = template.mappings().path(map).path(first).path(second);
                if (value.isMissingNode()) {
                    throw Refusals.template("Unable to get mapping for " + map + "::" + first + "::" + second);
                }
                return value;
            }

            @Override
            public String region() {
                return pseudo.region();
            }
        });
    }

    /** The export that an argument of {@code Fn::ImportValue} names. */
    public String importName(JsonNode argument) {
        return intrinsics(Resources.UNKNOWN).resolve(argument).asText();
    }

    private JsonNode parameterValue(ParameterDefinition definition) {
        String text = Optional.ofNullable(parameters.values().get(definition.name()))
                .map(ParameterValues.Value::resolved)
                .orElse("");
        if (!definition.isList()) {
            return TextNode.valueOf(text);
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String item : text.split(",", -1)) {
            list.add(item.strip());
        }
        return list;
    }
}
