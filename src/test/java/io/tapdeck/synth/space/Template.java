package io.tapdeck.synth.space;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template, read as CloudFormation would read it in an account and region with the longest names. */
record Template(JsonNode root) {
    static final String ACCOUNT = "123456789012";
    static final String LONGEST_REGION = "ap-northeast-15";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STACK_ID =
            "arn:aws:cloudformation:%s:%s:stack/name/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
                    .formatted(LONGEST_REGION, ACCOUNT);
    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::AccountId", ACCOUNT,
            "AWS::Region", LONGEST_REGION,
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::StackId", STACK_ID,
            "AWS::StackName", "name",
            "AWS::NoValue", "");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}]+)}");

    static Template of(String body) {
        try {
            return new Template(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Every resource by its logical id. */
    Map<String, JsonNode> resources() {
        Map<String, JsonNode> resources = new LinkedHashMap<>();
        root.path("Resources").properties().forEach(entry -> resources.put(entry.getKey(), entry.getValue()));
        return resources;
    }

    Map<String, JsonNode> ofType(String type) {
        Map<String, JsonNode> found = resources();
        found.values().removeIf(resource -> !resource.path("Type").asText().equals(type));
        return found;
    }

    /** The type of a resource, such as {@code AWS::SNS::Topic}; empty if there is none of that id. */
    String typeOf(String logicalId) {
        return root.path("Resources").path(logicalId).path("Type").asText();
    }

    boolean knows(String reference) {
        return PSEUDO.containsKey(reference)
                || reference.equals("AWS::NotificationARNs")
                || root.path("Resources").has(reference)
                || root.path("Parameters").has(reference);
    }

    /** Every logical id, parameter and pseudo parameter that the template refers to. */
    Set<String> references() {
        Set<String> references = new TreeSet<>();
        visit(root.path("Resources"), references::add);
        visit(root.path("Outputs"), references::add);
        resources().values().forEach(resource -> {
            JsonNode first = resource.path("DependsOn");
            if (first.isTextual()) {
                references.add(first.asText());
            }
            first.forEach(one -> references.add(one.asText()));
        });
        return references;
    }

    private static void visit(JsonNode node, java.util.function.Consumer<String> reference) {
        if (node.path("Ref").isTextual()) {
            reference.accept(node.path("Ref").asText());
        }
        JsonNode attribute = node.path("Fn::GetAtt");
        if (attribute.isArray()) {
            reference.accept(attribute.path(0).asText());
        }
        JsonNode substitution = node.path("Fn::Sub");
        if (substitution.isTextual()) {
            Matcher variable = VARIABLE.matcher(substitution.asText());
            while (variable.find()) {
                reference.accept(variable.group(1).split("\\.", -1)[0]);
            }
        }
        node.forEach(child -> visit(child, reference));
    }

    /** Every object member below {@code node}, by its name. */
    static void members(JsonNode node, BiConsumer<String, JsonNode> member) {
        node.properties().forEach(entry -> member.accept(entry.getKey(), entry.getValue()));
        node.forEach(child -> members(child, member));
    }

    /** The text of an expression; what only a deployment knows is its logical id. */
    String text(JsonNode expression) {
        if (expression.isValueNode()) {
            return expression.asText();
        }
        if (expression.has("Ref")) {
            String reference = expression.path("Ref").asText();
            return PSEUDO.getOrDefault(reference, reference);
        }
        if (expression.has("Fn::GetAtt")) {
            return expression.path("Fn::GetAtt").path(0).asText();
        }
        if (expression.has("Fn::Join")) {
            return String.join(
                    expression.path("Fn::Join").path(0).asText(),
                    texts(expression.path("Fn::Join").path(1)));
        }
        if (expression.has("Fn::Select")) {
            JsonNode select = expression.path("Fn::Select");
            return texts(select.path(1)).get(select.path(0).asInt());
        }
        if (expression.path("Fn::Sub").isTextual()) {
            return VARIABLE.matcher(expression.path("Fn::Sub").asText())
                    .replaceAll(found -> Matcher.quoteReplacement(PSEUDO.getOrDefault(found.group(1), found.group(1))));
        }
        throw new AssertionError("cannot be read: " + expression);
    }

    private List<String> texts(JsonNode list) {
        if (list.has("Fn::Split")) {
            JsonNode split = list.path("Fn::Split");
            return List.of(text(split.path(1)).split(Pattern.quote(split.path(0).asText()), -1));
        }
        List<String> texts = new ArrayList<>();
        list.forEach(part -> texts.add(text(part)));
        return texts;
    }
}
