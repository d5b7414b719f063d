package io.tapdeck.desk.wizard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A template's properties as lines: nested ones by their path, functions in words. */
final class PropertyText {
    private final ResourceName names;

    PropertyText(ResourceName names) {
        this.names = names;
    }

    /** Every leaf below {@code properties}, in the template's order. */
    List<Outline.Property> of(JsonNode properties) {
        List<Outline.Property> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            collect(property.getKey(), property.getValue(), lines);
        }
        return lines;
    }

    private void collect(String path, JsonNode value, List<Outline.Property> lines) {
        if (value.isObject() && !isFunction(value) && !value.isEmpty()) {
            value.properties().forEach(member -> collect(path + "." + member.getKey(), member.getValue(), lines));
        } else if (value.isArray() && holdsObjects(value)) {
            for (int index = 0; index < value.size(); index++) {
                collect(path + place(value.get(index), index), member(value.get(index)), lines);
            }
        } else {
            lines.add(new Outline.Property(path, text(value)));
        }
    }

    /** A tag is found by its key, everything else in a list by its number. */
    private static String place(JsonNode member, int index) {
        return isTag(member) ? "." + member.path("Key").asText() : "[" + index + "]";
    }

    private static JsonNode member(JsonNode member) {
        return isTag(member) ? member.path("Value") : member;
    }

    private static boolean isTag(JsonNode member) {
        return member.size() == 2 && member.path("Key").isTextual() && member.has("Value");
    }

    /** One value in one line. */
    String text(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(text(part)));
            return String.join(", ", parts);
        }
        if (isFunction(value)) {
            Map.Entry<String, JsonNode> function = value.properties().iterator().next();
            return function(function.getKey(), function.getValue());
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private String function(String name, JsonNode argument) {
        return switch (name) {
            case "Ref" -> reference(argument.asText());
            case "Fn::GetAtt" ->
                reference(argument.path(0).asText()) + "." + argument.path(1).asText();
            case "Fn::Join" -> joined(argument);
            case "Fn::GetAZs" -> "Availability Zones";
            case "Fn::Select" -> text(argument.path(1)) + "[" + argument.path(0).asText() + "]";
            case "Fn::Sub" -> text(argument.isArray() ? argument.path(0) : argument);
            default -> name.replaceFirst("^Fn::", "") + " " + argument;
        };
    }

    private String joined(JsonNode argument) {
        List<String> parts = new ArrayList<>();
        argument.path(1).forEach(part -> parts.add(isFunction(part) ? "${" + text(part) + "}" : text(part)));
        return String.join(argument.path(0).asText(), parts);
    }

    private String reference(String target) {
        return target.startsWith("AWS::") ? target : names.of(target);
    }

    private static boolean isFunction(JsonNode value) {
        if (!value.isObject() || value.size() != 1) {
            return false;
        }
        String name = value.fieldNames().next();
        return name.equals("Ref") || name.startsWith("Fn::");
    }

    private static boolean holdsObjects(JsonNode array) {
        for (JsonNode part : array) {
            if (part.isObject() && !isFunction(part)) {
                return true;
            }
        }
        return false;
    }
}
