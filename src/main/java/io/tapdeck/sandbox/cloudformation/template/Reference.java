package io.tapdeck.sandbox.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A mention of a parameter, a pseudo parameter or a resource in an expression.
 *
 * @param name what is mentioned
 * @param attribute set by {@code Fn::GetAtt}, and by {@code Fn::Sub} with a dot
 */
public record Reference(String name, Optional<String> attribute) {

    /**
     * Every mention in an expression.
     *
     * @param expression any part of a template
     * @param conditions tells which branch of {@code Fn::If} counts
     */
    public static Set<Reference> in(JsonNode expression, Predicate<String> conditions) {
        Set<Reference> found = new LinkedHashSet<>();
        collect(expression, conditions, found);
        return found;
    }

    /** {@code Name}, or {@code Name.Attribute}. */
    @Override
    public String toString() {
        return attribute.map(one -> name + "." + one).orElse(name);
    }

    static Reference parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? new Reference(text, Optional.empty())
                : new Reference(text.substring(0, dot), Optional.of(text.substring(dot + 1)));
    }

    private static void collect(JsonNode node, Predicate<String> conditions, Set<Reference> found) {
        Optional<Map.Entry<String, JsonNode>> function = Intrinsics.function(node);
        if (function.isEmpty()) {
            node.forEach(child -> collect(child, conditions, found));
            return;
        }
        JsonNode argument = function.get().getValue();
        switch (function.get().getKey()) {
            case "Ref" -> found.add(new Reference(argument.asText(), Optional.empty()));
            case "Fn::GetAtt" -> {
                found.add(getAtt(argument));
                argument.forEach(child -> collect(child, conditions, found));
            }
            case "Fn::If" -> {
                boolean holds = conditions.test(argument.path(0).asText());
                collect(argument.path(holds ? 1 : 2), conditions, found);
            }
            case "Fn::Sub" -> {
                JsonNode text = argument.isArray() ? argument.path(0) : argument;
                Set<String> names = new LinkedHashSet<>();
                argument.path(1).fieldNames().forEachRemaining(names::add);
                Substitution.variables(text.asText()).stream()
                        .filter(name -> !names.contains(name))
                        .forEach(name -> found.add(parse(name)));
                argument.path(1).forEach(child -> collect(child, conditions, found));
            }
            default -> collect(argument, conditions, found);
        }
    }

    static Reference getAtt(JsonNode argument) {
        if (argument.isTextual()) {
            return parse(argument.asText());
        }
        return new Reference(
                argument.path(0).asText(), Optional.of(argument.path(1).asText()));
    }
}
