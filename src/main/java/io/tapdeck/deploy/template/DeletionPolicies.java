package io.tapdeck.deploy.template;

import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.ResourceChange.PropertyChange;
import org.jspecify.annotations.Nullable;

/**
 * Change sets name a changed policy without its values (API reference, ResourceTargetDefinition: values are those of
 * properties), so they are taken from the templates.
 */
public final class DeletionPolicies {
    /** What a resource without a policy has, but for a cluster and its snapshot (user guide, "DeletionPolicy attribute"). */
    private static final String USUAL = "Delete";

    private DeletionPolicies() {}

    /** The same change, with a changed policy before and after. */
    public static ResourceChange told(ResourceChange change, TemplateGraph before, TemplateGraph after) {
        return new ResourceChange(
                change.logicalId(),
                change.displayName(),
                change.resourceType(),
                change.risk(),
                change.properties().stream()
                        .map(property -> property.path().equals("DeletionPolicy")
                                ? new PropertyChange(
                                        property.path(),
                                        policy(before, change.logicalId()),
                                        policy(after, change.logicalId()),
                                        property.recreates())
                                : property)
                        .toList(),
                change.sentence(),
                change.part());
    }

    private static @Nullable String policy(TemplateGraph template, String logicalId) {
        return template.inOrder().stream()
                .filter(resource -> resource.logicalId().equals(logicalId))
                .map(resource -> resource.deletionPolicy() == null ? USUAL : resource.deletionPolicy())
                .findFirst()
                .orElse(null);
    }
}
