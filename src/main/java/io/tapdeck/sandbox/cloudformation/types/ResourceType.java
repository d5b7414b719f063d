package io.tapdeck.sandbox.cloudformation.types;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A resource type, described by data: {@code assets/sandbox/types/<service>.json}, whose property lists, required and
 * create-only properties follow AWS's public resource provider schemas.
 *
 * @param name such as {@code AWS::RDS::DBCluster}
 * @param data its description
 */
public record ResourceType(String name, JsonNode data) {

    /** What a change of a property means for the physical resource. */
    public enum Recreation {
        /** It stays. */
        NEVER,
        /** It may be replaced. */
        CONDITIONALLY,
        /** It is replaced. */
        ALWAYS
    }

    /** Whether the type is a custom resource, which takes any property and attribute. */
    public boolean isCustom() {
        return name.startsWith("Custom::") || name.equals("AWS::CloudFormation::CustomResource");
    }

    /** The allowed properties, as a tree: leaves are kinds, {@code Name!} is required. */
    public JsonNode properties() {
        return data.path("properties");
    }

    /** The properties that must be there. */
    public List<String> required() {
        return texts("required");
    }

    /** The properties that identify a resource of this type. */
    public List<String> identifiers() {
        return texts("identifiers");
    }

    /** The property that names the resource; empty when CloudFormation names it. */
    public String nameProperty() {
        return data.path("name").path("property").asText("");
    }

    /** Whether its physical ids are unique over all regions of a partition, not only in one. */
    public boolean isGlobal() {
        return data.path("global").asBoolean(false);
    }

    /** Its service, as handlers name it in their messages, such as {@code Sqs}. */
    String service() {
        return data.path("service").asText(name.split("::", -1)[1]);
    }

    /** Whether making one takes {@code CAPABILITY_IAM}. */
    public boolean isIam() {
        return data.path("iam").asBoolean(false);
    }

    /** Whether stack tags reach it. */
    public boolean isTaggable() {
        return data.path("taggable").asBoolean(false);
    }

    /** Whether AWS compares it with its template (user guide, "Resource type support for imports and drift detection"). */
    public boolean isCheckedForDrift() {
        return !isCustom() && data.path("drift").asBoolean(true);
    }

    /** Whether a template may set this property at the top. */
    public boolean hasProperty(String property) {
        return properties().has(property) || properties().has(property + "!");
    }

    /** Whether {@code Fn::GetAtt} has this attribute: a listed one, or a property. */
    public boolean hasAttribute(String attribute) {
        return isCustom()
                || data.path("attributes").has(attribute)
                || properties().has(attribute);
    }

    /**
     * What a change means.
     *
     * @param path of the property without the leading slash, such as {@code Name} or {@code Definition/Version}
     */
    public Recreation recreation(String path) {
        if (matches("createOnly", path)) {
            return Recreation.ALWAYS;
        }
        return matches("conditionalCreateOnly", path) ? Recreation.CONDITIONALLY : Recreation.NEVER;
    }

    /** How long {@code create}, {@code update} or {@code delete} takes. */
    public Duration duration(String operation) {
        return Duration.ofSeconds(data.path("seconds").path(operation).asLong(3));
    }

    private boolean matches(String list, String path) {
        return texts(list).stream()
                .anyMatch(one -> path.equals(one) || path.startsWith(one + "/") || one.startsWith(path + "/"));
    }

    private List<String> texts(String list) {
        List<String> texts = new ArrayList<>();
        data.path(list).forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
