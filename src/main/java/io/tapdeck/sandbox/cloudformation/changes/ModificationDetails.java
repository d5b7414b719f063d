package io.tapdeck.sandbox.cloudformation.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.ResourceDefinition;
import io.tapdeck.sandbox.cloudformation.template.Resources;
import io.tapdeck.sandbox.cloudformation.types.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudformation.model.AttributeChangeType;
import software.amazon.awssdk.services.cloudformation.model.RequiresRecreation;
import software.amazon.awssdk.services.cloudformation.model.ResourceAttribute;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;
import software.amazon.awssdk.services.cloudformation.model.ResourceTargetDefinition;

/**
 * The details of one resource's modification.
 *
 * @param withValues whether values are compared and shown
 */
record ModificationDetails(
        Situation situation,
        ResourceType type,
        ResourceDefinition wanted,
        DeployedResource deployed,
        Causes causes,
        ShownValues values,
        boolean withValues) {

    /** Names what a resource would give, so that two expressions can be compared without its values. */
    private static final Resources SYMBOLIC = new Resources() {
        @Override
        public JsonNode ref(String logicalId) {
            return TextNode.valueOf("<" + logicalId + ">");
        }

        @Override
        public JsonNode attribute(String logicalId, String attribute) {
            return TextNode.valueOf("<" + logicalId + "." + attribute + ">");
        }

        @Override
        public JsonNode export(String name) {
            return TextNode.valueOf("<export " + name + ">");
        }
    };

    List<ResourceChangeDetail> all() {
        List<ResourceChangeDetail> details = new ArrayList<>();
        if (withValues) {
            byValue(details);
        } else {
            byExpression(details);
        }
        attributes(details);
        return details;
    }

    private void byValue(List<ResourceChangeDetail> details) {
        ObjectNode after = values.after(wanted);
        for (Differences.Difference difference : Differences.between(deployed.shown(), after)) {
            JsonNode expression = wanted.properties().path(difference.property());
            List<Causes.Cause> found = new ArrayList<>(causes.throughParameters(expression));
            found.addAll(causes.throughResources(expression));
            found.add(found.isEmpty() ? Causes.DIRECT : Causes.DIRECT_DYNAMIC);
            for (Causes.Cause cause : found) {
                details.add(detail(
                        cause,
                        target(ResourceAttribute.PROPERTIES, difference.path())
                                .name(difference.property())
                                .path("/Properties/" + difference.path())
                                .beforeValue(text(difference.before()))
                                .afterValue(text(difference.after()))
                                .attributeChangeType(changeType(difference))));
            }
        }
    }

    private void byExpression(List<ResourceChangeDetail> details) {
        BoundTemplate after = situation.after();
        BoundTemplate before = situation.before().orElse(after);
        JsonNode was = before.intrinsics(SYMBOLIC).resolve(deployed.definition().properties());
        JsonNode will = after.intrinsics(SYMBOLIC).resolve(wanted.properties());
        Set<String> names = new TreeSet<>();
        was.fieldNames().forEachRemaining(names::add);
        will.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode expression = wanted.properties().path(name);
            List<Causes.Cause> found = new ArrayList<>();
            boolean changes = !Differences.equal(was.path(name), will.path(name));
            if (changes) {
                found.addAll(causes.throughParameters(expression));
                found.add(found.isEmpty() ? Causes.DIRECT : Causes.DIRECT_DYNAMIC);
            }
            found.addAll(causes.throughResources(expression));
            found.forEach(cause -> details.add(
                    detail(cause, target(ResourceAttribute.PROPERTIES, name).name(name))));
        }
    }

    private void attributes(List<ResourceChangeDetail> details) {
        if (situation.tagsChange() && type.isTaggable()) {
            details.add(detail(Causes.DIRECT, attribute(ResourceAttribute.TAGS)));
        }
        ResourceDefinition was = deployed.definition();
        if (!was.metadata().equals(wanted.metadata())) {
            details.add(detail(Causes.DIRECT, attribute(ResourceAttribute.METADATA)));
        }
        if (!was.deletionPolicy().equals(wanted.deletionPolicy())) {
            details.add(detail(Causes.DIRECT, attribute(ResourceAttribute.DELETION_POLICY)));
        }
    }

    private static ResourceChangeDetail detail(Causes.Cause cause, ResourceTargetDefinition.Builder target) {
        return ResourceChangeDetail.builder()
                .changeSource(cause.source())
                .evaluation(cause.evaluation())
                .causingEntity(cause.entity().orElse(null))
                .target(target.build())
                .build();
    }

    private static ResourceTargetDefinition.Builder attribute(ResourceAttribute attribute) {
        return ResourceTargetDefinition.builder().attribute(attribute).requiresRecreation(RequiresRecreation.NEVER);
    }

    private ResourceTargetDefinition.Builder target(ResourceAttribute attribute, String path) {
        RequiresRecreation recreation = switch (type.recreation(path)) {
            case ALWAYS -> RequiresRecreation.ALWAYS;
            case CONDITIONALLY -> RequiresRecreation.CONDITIONALLY;
            case NEVER -> RequiresRecreation.NEVER;
        };
        return ResourceTargetDefinition.builder().attribute(attribute).requiresRecreation(recreation);
    }

    private static AttributeChangeType changeType(Differences.Difference difference) {
        if (difference.before().isMissingNode()) {
            return AttributeChangeType.ADD;
        }
        return difference.after().isMissingNode() ? AttributeChangeType.REMOVE : AttributeChangeType.MODIFY;
    }

    private static @org.jspecify.annotations.Nullable String text(JsonNode value) {
        if (value.isMissingNode()) {
            return null;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
