package io.tapdeck.sandbox.cloudformation.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Holds resolved properties against what a type allows, as CloudFormation does before it makes the resource. */
public final class PropertyCheck {

    private final List<String> problems = new ArrayList<>();

    private PropertyCheck() {}

    /** The reason for which the properties are refused; empty when they are not. */
    public static Optional<String> problem(ResourceType type, ObjectNode properties) {
        if (type.isCustom()) {
            return properties.has("ServiceToken")
                    ? Optional.empty()
                    : Optional.of("Property validation failure: [The property {/ServiceToken} is required]");
        }
        PropertyCheck check = new PropertyCheck();
        for (String name : type.required()) {
            if (!properties.has(name)) {
                check.problems.add("The property {/" + name + "} is required");
            }
        }
        check.object("", type.properties(), properties);
        return check.problems.isEmpty()
                ? Optional.empty()
                : Optional.of("Property validation failure: " + check.problems);
    }

    private void object(String path, JsonNode allowed, JsonNode value) {
        TreeSet<String> unknown = new TreeSet<>();
        value.properties().forEach(member -> {
            JsonNode rule = allowed.path(member.getKey());
            if (rule.isMissingNode()) {
                rule = allowed.path(member.getKey() + "!");
            }
            if (rule.isMissingNode()) {
                unknown.add(member.getKey());
            } else {
                value(path + "/" + member.getKey(), rule, member.getValue());
            }
        });
        if (!unknown.isEmpty()) {
            problems.add("Encountered unsupported properties in {" + (path.isEmpty() ? "/" : path) + "}: " + unknown);
        }
        allowed.fieldNames().forEachRemaining(name -> {
            if (name.endsWith("!") && !value.has(name.substring(0, name.length() - 1))) {
                problems.add("The property {" + path + "/" + name.substring(0, name.length() - 1) + "} is required");
            }
        });
    }

    private void value(String path, JsonNode rule, JsonNode value) {
        if (rule.isObject()) {
            if (value.isObject()) {
                object(path, rule, value);
            } else {
                mismatch(path, "Object");
            }
        } else if (rule.isArray()) {
            if (value.isArray()) {
                for (int index = 0; index < value.size(); index++) {
                    value(path + "/" + index, rule.path(0), value.get(index));
                }
            } else {
                mismatch(path, "Array");
            }
        } else {
            scalar(path, rule.asText(), value);
        }
    }

    /** CloudFormation converts text to the scalar that the property wants, and back. */
    private void scalar(String path, String kind, JsonNode value) {
        String text = value.asText();
        boolean fits = switch (kind) {
            case "integer" -> value.isValueNode() && text.matches("-?\\d+(\\.0+)?");
            case "number" -> value.isValueNode() && text.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
            case "boolean" -> value.isValueNode() && text.matches("(?i)true|false");
            case "string" -> value.isValueNode();
            default -> true;
        };
        if (!fits) {
            mismatch(path, Character.toUpperCase(kind.charAt(0)) + kind.substring(1));
        }
    }

    private void mismatch(String path, String kind) {
        problems.add("Value of property {" + path + "} does not match type {" + kind + "}");
    }
}
