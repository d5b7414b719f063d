package io.tapdeck.sandbox.cloudformation.template;

import static io.tapdeck.sandbox.cloudformation.template.Resources.KNOWN_AFTER_APPLY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Resolves the intrinsic functions of an expression. User guide, "Intrinsic function reference".
 *
 * <p>A function over a value that is not known yet gives {@link Resources#KNOWN_AFTER_APPLY} as a whole; a missing node
 * stands for {@code AWS::NoValue} and takes its member away.
 */
public final class Intrinsics {

    /** Where the functions get their values. */
    interface Scope extends Resources {
        boolean condition(String name);

        JsonNode mapping(String map, String first, String second);

        String region();
    }

    private final Scope scope;

    Intrinsics(Scope scope) {
        this.scope = scope;
    }

    /** The function that a node is, with its argument; empty for anything else. */
    static Optional<Map.Entry<String, JsonNode>> function(JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            return Optional.empty();
        }
        Map.Entry<String, JsonNode> only = node.properties().iterator().next();
        return only.getKey().equals("Ref") || only.getKey().startsWith("Fn::") ? Optional.of(only) : Optional.empty();
    }

    /** The value of an expression; a missing node for no value. */
    public JsonNode resolve(JsonNode node) {
        Optional<Map.Entry<String, JsonNode>> function = function(node);
        if (function.isPresent()) {
            return call(function.get().getKey(), function.get().getValue());
        }
        if (node.isObject()) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> {
                JsonNode value = resolve(member.getValue());
                if (!value.isMissingNode()) {
                    result.set(member.getKey(), value);
                }
            });
            return result;
        }
        if (node.isArray()) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> {
                JsonNode value = resolve(element);
                if (!value.isMissingNode()) {
                    result.add(value);
                }
            });
            return result;
        }
        return node;
    }

    private JsonNode call(String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> scope.ref(argument.asText());
            case "Fn::GetAtt" -> getAtt(argument);
            case "Fn::Join" -> join(argument);
            case "Fn::Sub" -> sub(argument);
            case "Fn::Select" -> select(argument);
            case "Fn::Split" -> split(argument);
            case "Fn::If" ->
                resolve(argument.path(scope.condition(argument.path(0).asText()) ? 1 : 2));
            case "Fn::FindInMap" -> findInMap(argument);
            case "Fn::GetAZs" -> zones(resolve(argument));
            case "Fn::Base64" -> base64(resolve(argument));
            case "Fn::Cidr" -> cidr(argument);
            case "Fn::ImportValue" -> {
                JsonNode name = resolve(argument);
                yield unknown(name) ? KNOWN_AFTER_APPLY : scope.export(name.asText());
            }
            default -> throw Refusals.template(TemplateCheck.unsupported(function));
        };
    }

    private JsonNode getAtt(JsonNode argument) {
        if (argument.isArray() && argument.size() == 2) {
            JsonNode attribute = resolve(argument.get(1));
            return unknown(attribute)
                    ? KNOWN_AFTER_APPLY
                    : scope.attribute(argument.get(0).asText(), attribute.asText());
        }
        Reference reference = Reference.getAtt(argument);
        return scope.attribute(reference.name(), reference.attribute().orElse(""));
    }

    private JsonNode join(JsonNode argument) {
        JsonNode list = resolve(argument.path(1));
        if (unknown(list)) {
            scope.unresolved("Template error: " + TemplateCheck.JOIN);
            return KNOWN_AFTER_APPLY;
        }
        List<String> parts = new ArrayList<>();
        for (JsonNode element : list) {
            if (unknown(element)) {
                return KNOWN_AFTER_APPLY;
            }
            parts.add(element.asText());
        }
        return TextNode.valueOf(String.join(argument.path(0).asText(), parts));
    }

    private JsonNode sub(JsonNode argument) {
        String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
        Map<String, JsonNode> values = new HashMap<>();
        argument.path(1).properties().forEach(variable -> values.put(variable.getKey(), resolve(variable.getValue())));
        for (String name : Substitution.variables(text)) {
            JsonNode value = values.computeIfAbsent(name, this::variable);
            if (unknown(value)) {
                return KNOWN_AFTER_APPLY;
            }
        }
        return TextNode.valueOf(Substitution.apply(
                text,
                name -> values.getOrDefault(name, MissingNode.getInstance()).asText()));
    }

    private JsonNode variable(String name) {
        Reference reference = Reference.parse(name);
        return reference
                .attribute()
                .map(attribute -> scope.attribute(reference.name(), attribute))
                .orElseGet(() -> scope.ref(name));
    }

    private JsonNode select(JsonNode argument) {
        JsonNode index = resolve(argument.path(0));
        JsonNode list = resolve(argument.path(1));
        if (unknown(index) || unknown(list)) {
            return KNOWN_AFTER_APPLY;
        }
        int position = index.asInt(-1);
        if (!list.isArray() || position < 0 || position >= list.size()) {
            throw Refusals.template(TemplateCheck.SELECT);
        }
        return list.get(position);
    }

    private JsonNode split(JsonNode argument) {
        JsonNode source = resolve(argument.path(1));
        if (unknown(source)) {
            return KNOWN_AFTER_APPLY;
        }
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (String part : source.asText().split(Pattern.quote(argument.path(0).asText()), -1)) {
            parts.add(part);
        }
        return parts;
    }

    private JsonNode findInMap(JsonNode argument) {
        JsonNode map = resolve(argument.path(0));
        JsonNode first = resolve(argument.path(1));
        JsonNode second = resolve(argument.path(2));
        return scope.mapping(map.asText(), first.asText(), second.asText());
    }

    private JsonNode zones(JsonNode region) {
        if (unknown(region)) {
            return KNOWN_AFTER_APPLY;
        }
        ArrayNode zones = JsonNodeFactory.instance.arrayNode();
        Pseudo.zones(region.asText().isEmpty() ? scope.region() : region.asText())
                .forEach(zones::add);
        return zones;
    }

    private static JsonNode base64(JsonNode text) {
        return unknown(text)
                ? KNOWN_AFTER_APPLY
                : TextNode.valueOf(
                        Base64.getEncoder().encodeToString(text.asText().getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode cidr(JsonNode argument) {
        JsonNode block = resolve(argument.path(0));
        JsonNode count = resolve(argument.path(1));
        JsonNode bits = resolve(argument.path(2));
        if (unknown(block) || unknown(count) || unknown(bits)) {
            return KNOWN_AFTER_APPLY;
        }
        ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
        CidrBlocks.divide(block.asText(), count.asInt(), bits.isMissingNode() ? 8 : bits.asInt())
                .forEach(blocks::add);
        return blocks;
    }

    private static boolean unknown(JsonNode value) {
        return KNOWN_AFTER_APPLY.equals(value);
    }
}
