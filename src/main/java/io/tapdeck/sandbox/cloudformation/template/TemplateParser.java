package io.tapdeck.sandbox.cloudformation.template;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a template body and refuses what does not have the form of a template. User guide, "Template anatomy". */
public final class TemplateParser {

    /** The longest body that a request may carry, in bytes. */
    public static final int MAX_BODY_BYTES = 51_200;

    /** The most resources that a template may have. */
    public static final int MAX_RESOURCES = 500;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern ALPHANUMERIC = Pattern.compile("[a-zA-Z0-9]+");
    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion",
            "Description",
            "Metadata",
            "Parameters",
            "Rules",
            "Mappings",
            "Conditions",
            "Transform",
            "Resources",
            "Outputs",
            "Hooks");
    private static final Set<String> RESOURCE_MEMBERS = Set.of(
            "Type",
            "Properties",
            "DependsOn",
            "Condition",
            "Metadata",
            "DeletionPolicy",
            "UpdateReplacePolicy",
            "CreationPolicy",
            "UpdatePolicy");
    private static final Set<String> POLICIES = Set.of("Delete", "Retain", "Snapshot", "RetainExceptOnCreate");

    private TemplateParser() {}

    /** The template in a body. */
    public static Template parse(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BODY_BYTES) {
            throw Refusals.validation(
                    "1 validation error detected: Value at 'templateBody' failed to satisfy constraint:"
                            + " Member must have length less than or equal to " + MAX_BODY_BYTES);
        }
        ObjectNode body = read(text);
        checkSections(body);
        refuseNulls(body, "");
        Map<String, ResourceDefinition> resources = resources(body);
        Template template = new Template(text, body, parameters(body), conditions(body), resources, outputs(body));
        checkMappings(template.mappings());
        TemplateCheck.check(template);
        return template;
    }

    private static ObjectNode read(String text) {
        if (!text.stripLeading().startsWith("{")) {
            throw Refusals.templateFormat("YAML not well-formed. The sandbox reads templates in JSON only.");
        }
        try {
            if (JSON.readTree(text) instanceof ObjectNode body) {
                return body;
            }
        } catch (JsonProcessingException malformed) {
            JsonLocation where = malformed.getLocation();
            throw Refusals.templateFormat(
                    "JSON not well-formed. (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")");
        }
        throw Refusals.templateFormat("unsupported structure.");
    }

    private static void checkSections(ObjectNode body) {
        List<String> unknown = new ArrayList<>();
        body.fieldNames().forEachRemaining(name -> {
            if (!SECTIONS.contains(name)) {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            throw Refusals.validation("Invalid template property or properties " + unknown);
        }
        if (!body.path("AWSTemplateFormatVersion").asText("2010-09-09").equals("2010-09-09")) {
            throw Refusals.templateFormat("unsupported value for AWSTemplateFormatVersion.");
        }
        if (body.has("Transform")) {
            throw Refusals.validation("The sandbox runs no transforms: take the section Transform out.");
        }
    }

    private static void refuseNulls(JsonNode node, String path) {
        if (node.isNull()) {
            throw Refusals.validation("[" + path + "] 'null' values are not allowed in templates");
        }
        node.properties().forEach(member -> refuseNulls(member.getValue(), path + "/" + member.getKey()));
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                refuseNulls(node.get(index), path + "/" + index);
            }
        }
    }

    private static Map<String, ResourceDefinition> resources(ObjectNode body) {
        JsonNode section = body.path("Resources");
        if (!section.isMissingNode() && !section.isObject()) {
            throw Refusals.templateFormat("Any Resources member must be an object.");
        }
        if (section.isEmpty()) {
            throw Refusals.templateFormat("At least one Resources member must be defined.");
        }
        if (section.size() > MAX_RESOURCES) {
            throw Refusals.templateFormat(
                    "Number of resources, " + section.size() + ", is greater than maximum allowed, " + MAX_RESOURCES);
        }
        Map<String, ResourceDefinition> resources = new LinkedHashMap<>();
        section.properties()
                .forEach(member -> resources.put(member.getKey(), resource(member.getKey(), member.getValue())));
        return resources;
    }

    private static ResourceDefinition resource(String name, JsonNode body) {
        checkName("Resource", name);
        if (!body.isObject()) {
            throw Refusals.templateFormat("Any Resources member must be an object.");
        }
        body.fieldNames().forEachRemaining(member -> {
            if (!RESOURCE_MEMBERS.contains(member)) {
                throw Refusals.validation("Invalid template resource property '" + member + "'");
            }
        });
        if (!body.path("Type").isTextual()) {
            throw Refusals.templateFormat(
                    "[/Resources/" + name + "] Every Resources object must contain a Type member.");
        }
        List<String> dependsOn = new ArrayList<>();
        if (body.path("DependsOn").isTextual()) {
            dependsOn.add(body.path("DependsOn").asText());
        }
        body.path("DependsOn").forEach(one -> dependsOn.add(one.asText()));
        return new ResourceDefinition(
                name,
                body.path("Type").asText(),
                body.path("Properties") instanceof ObjectNode properties
                        ? properties
                        : JsonNodeFactory.instance.objectNode(),
                dependsOn,
                body.has("Condition") ? Optional.of(body.path("Condition").asText()) : Optional.empty(),
                policy(name, body, "DeletionPolicy"),
                policy(name, body, "UpdateReplacePolicy"),
                body.path("Metadata"));
    }

    private static String policy(String name, JsonNode body, String member) {
        // A condition may decide; the bound template resolves it.
        String policy =
                body.path(member).isObject() ? "Delete" : body.path(member).asText("Delete");
        if (!POLICIES.contains(policy)) {
            throw Refusals.templateFormat("Unrecognized " + member + " '" + policy + "' for resource " + name);
        }
        return policy;
    }

    private static Map<String, ParameterDefinition> parameters(ObjectNode body) {
        Map<String, ParameterDefinition> parameters = new LinkedHashMap<>();
        body.path("Parameters").properties().forEach(member -> {
            checkName("Parameter", member.getKey());
            if (!(member.getValue() instanceof ObjectNode declaration) || !declaration.has("Type")) {
                throw Refusals.templateFormat("Every Parameters object must contain a Type member.");
            }
            parameters.put(member.getKey(), new ParameterDefinition(member.getKey(), declaration));
        });
        return parameters;
    }

    private static Map<String, JsonNode> conditions(ObjectNode body) {
        Map<String, JsonNode> conditions = new LinkedHashMap<>();
        body.path("Conditions").properties().forEach(member -> conditions.put(member.getKey(), member.getValue()));
        return conditions;
    }

    private static Map<String, ObjectNode> outputs(ObjectNode body) {
        Map<String, ObjectNode> outputs = new LinkedHashMap<>();
        body.path("Outputs").properties().forEach(member -> {
            if (!(member.getValue() instanceof ObjectNode output) || !output.has("Value")) {
                throw Refusals.templateFormat("Every Outputs member must contain a Value object");
            }
            checkName("Output", member.getKey());
            outputs.put(member.getKey(), output);
        });
        return outputs;
    }

    private static void checkMappings(JsonNode mappings) {
        mappings.forEach(map -> map.forEach(keys -> keys.forEach(value -> {
            if (value.isObject()) {
                throw Refusals.templateFormat("Every Mappings attribute must be a String or a List.");
            }
        })));
    }

    private static void checkName(String kind, String name) {
        if (!ALPHANUMERIC.matcher(name).matches()) {
            throw Refusals.templateFormat(kind + " name " + name + " is non alphanumeric.");
        }
    }
}
