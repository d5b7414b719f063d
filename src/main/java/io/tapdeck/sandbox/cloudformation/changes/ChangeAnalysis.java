package io.tapdeck.sandbox.cloudformation.changes;

import io.tapdeck.sandbox.cloudformation.template.DependencyGraph;
import io.tapdeck.sandbox.cloudformation.template.ResourceDefinition;
import io.tapdeck.sandbox.cloudformation.types.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeType;
import software.amazon.awssdk.services.cloudformation.model.PolicyAction;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.RequiresRecreation;
import software.amazon.awssdk.services.cloudformation.model.ResourceAttribute;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;

/**
 * The changes between what is deployed and what is asked for, in AWS's words. With and without property values are two
 * different analyses in AWS, and so here: without, a value read from a changed resource counts as changing; with, it is
 * resolved to what is deployed.
 */
public final class ChangeAnalysis {

    private final Situation situation;
    private final boolean withValues;
    private final Set<String> replaced = new LinkedHashSet<>();
    private final Set<String> modified = new LinkedHashSet<>();
    private final Map<String, Change> changes = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();

    private ChangeAnalysis(Situation situation, boolean withValues) {
        this.situation = situation;
        this.withValues = withValues;
    }

    /**
     * The result.
     *
     * @param changes by logical id
     * @param warnings what could not be resolved; only with values
     */
    public record Result(List<Change> changes, List<String> warnings) {}

    /** Analyses a situation. */
    public static Result of(Situation situation, boolean withValues) {
        ChangeAnalysis analysis = new ChangeAnalysis(situation, withValues);
        analysis.run();
        return new Result(List.copyOf(analysis.changes.values()), List.copyOf(analysis.warnings));
    }

    private void run() {
        Map<String, ResourceDefinition> wanted = situation.after().resources();
        for (String id : DependencyGraph.of(situation.after()).inOrder()) {
            ResourceDefinition definition = wanted.get(id);
            if (definition == null) {
                continue;
            }
            DeployedResource deployed = situation.deployed().get(id);
            if (deployed == null) {
                add(definition);
            } else {
                modify(definition, deployed);
            }
        }
        situation.deployed().forEach((id, deployed) -> {
            if (!wanted.containsKey(id)) {
                remove(id, deployed);
            }
        });
    }

    private void add(ResourceDefinition definition) {
        replaced.add(definition.logicalId());
        ResourceChange.Builder change = change(ChangeAction.ADD, definition.logicalId(), definition.type());
        if (withValues) {
            ShownValues values = new ShownValues(situation, replaced);
            change.afterContext(values.afterContext(definition));
            warnings.addAll(values.warnings());
        }
        put(change.scope(List.of()).details(List.of()).build());
    }

    private void remove(String id, DeployedResource deployed) {
        ResourceChange.Builder change = change(
                        ChangeAction.REMOVE, id, deployed.type().name())
                .physicalResourceId(deployed.physicalId())
                .policyAction(policy(deployed.definition().deletionPolicy()));
        if (withValues) {
            change.beforeContext(new ShownValues(situation, replaced).removedContext(deployed));
        }
        put(change.scope(List.of()).details(List.of()).build());
    }

    private void modify(ResourceDefinition definition, DeployedResource deployed) {
        ShownValues values = new ShownValues(situation, replaced);
        Causes causes = new Causes(situation, replaced, withValues ? Set.of() : modified);
        ResourceType type = deployed.type();
        ModificationDetails details =
                new ModificationDetails(situation, type, definition, deployed, causes, values, withValues);
        List<ResourceChangeDetail> found = details.all();
        if (found.isEmpty()) {
            return;
        }
        Replacement replacement = replacement(found);
        (replacement == Replacement.TRUE ? replaced : modified).add(definition.logicalId());
        ResourceChange.Builder change = change(ChangeAction.MODIFY, definition.logicalId(), definition.type())
                .physicalResourceId(deployed.physicalId())
                .replacement(replacement)
                .scope(scope(found))
                .details(found);
        if (replacement == Replacement.TRUE) {
            change.policyAction(replacePolicy(definition.updateReplacePolicy()));
        }
        if (withValues) {
            change.beforeContext(values.beforeContext(deployed)).afterContext(values.afterContext(definition));
            warnings.addAll(values.warnings());
        }
        put(change.build());
    }

    private static Replacement replacement(List<ResourceChangeDetail> details) {
        boolean may = false;
        for (ResourceChangeDetail detail : details) {
            RequiresRecreation recreation = detail.target().requiresRecreation();
            if (recreation == RequiresRecreation.NEVER) {
                continue;
            }
            boolean certain = recreation == RequiresRecreation.ALWAYS
                    && detail.evaluation()
                            == software.amazon.awssdk.services.cloudformation.model.EvaluationType.STATIC;
            if (certain) {
                return Replacement.TRUE;
            }
            may = true;
        }
        return may ? Replacement.CONDITIONAL : Replacement.FALSE;
    }

    private static List<ResourceAttribute> scope(List<ResourceChangeDetail> details) {
        Set<ResourceAttribute> scope = new LinkedHashSet<>();
        details.forEach(detail -> scope.add(detail.target().attribute()));
        return List.copyOf(scope);
    }

    private static Optional<PolicyAction> known(String policy, PolicyAction snapshot, PolicyAction retain) {
        return switch (policy) {
            case "Snapshot" -> Optional.of(snapshot);
            case "Retain", "RetainExceptOnCreate" -> Optional.of(retain);
            default -> Optional.empty();
        };
    }

    private static PolicyAction policy(String policy) {
        return known(policy, PolicyAction.SNAPSHOT, PolicyAction.RETAIN).orElse(PolicyAction.DELETE);
    }

    private static PolicyAction replacePolicy(String policy) {
        return known(policy, PolicyAction.REPLACE_AND_SNAPSHOT, PolicyAction.REPLACE_AND_RETAIN)
                .orElse(PolicyAction.REPLACE_AND_DELETE);
    }

    private static ResourceChange.Builder change(ChangeAction action, String id, String type) {
        return ResourceChange.builder().action(action).logicalResourceId(id).resourceType(type);
    }

    private void put(ResourceChange change) {
        changes.put(
                change.logicalResourceId(),
                Change.builder()
                        .type(ChangeType.RESOURCE)
                        .resourceChange(change)
                        .build());
    }
}
