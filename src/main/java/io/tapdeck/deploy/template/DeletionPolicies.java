package io.tapdeck.deploy.template;

import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.ResourceChange.PropertyChange;
import io.tapdeck.deploy.ResourceChange.Risk;
import io.tapdeck.deploy.StatefulTypes;
import io.tapdeck.deploy.template.TemplateGraph.Resource;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                Stream.of(change.sentence(), lostLater(change, before, after))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" ")),
                change.part());
    }

    /** What a destruction from then on does, where it kept or saved what the resource holds; empty where nothing changes. */
    private static String lostLater(ResourceChange change, TemplateGraph before, TemplateGraph after) {
        Optional<Resource> was = resource(before, change.logicalId());
        Optional<Resource> becomes = resource(after, change.logicalId());
        boolean told = change.risk() != Risk.ADDED && StatefulTypes.holdsData(change.resourceType());
        if (!told || was.isEmpty() || becomes.isEmpty() || saved(becomes.get()) || !saved(was.get())) {
            return "";
        }
        boolean cluster = change.resourceType().equals("AWS::RDS::DBCluster");
        return "From then on, destroying the environment deletes %s%s: data is lost then."
                .formatted(StatefulTypes.named(change.resourceType()), cluster ? " without a snapshot" : "");
    }

    private static boolean saved(Resource resource) {
        return Policies.keptOnDelete(resource) || Policies.snapshotOnDelete(resource);
    }

    private static Optional<Resource> resource(TemplateGraph template, String logicalId) {
        return template.inOrder().stream()
                .filter(resource -> resource.logicalId().equals(logicalId))
                .findFirst();
    }

    private static @Nullable String policy(TemplateGraph template, String logicalId) {
        return resource(template, logicalId).map(DeletionPolicies::policy).orElse(null);
    }

    private static String policy(Resource resource) {
        if (resource.deletionPolicy() != null) {
            return resource.deletionPolicy();
        }
        return Policies.snapshotOnDelete(resource) ? "Snapshot" : USUAL;
    }
}
