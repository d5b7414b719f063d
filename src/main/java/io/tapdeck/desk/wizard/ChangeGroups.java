package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.ResourceGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A review's changes in the order in which they are read: by danger; what is new by resource group, since it is much. */
final class ChangeGroups {
    private ChangeGroups() {}

    /** Changes of one danger, in the order of the change set. */
    static List<ResourceChange> of(List<ResourceChange> changes, ResourceChange.Risk risk) {
        return changes.stream().filter(change -> change.risk() == risk).toList();
    }

    /** Changes by resource group, in the blueprint's order, without empty groups. */
    static Map<ResourceGroup, List<ResourceChange>> byGroup(Blueprint blueprint, List<ResourceChange> changes) {
        Map<ResourceGroup, List<ResourceChange>> grouped = new LinkedHashMap<>();
        blueprint.resourceGroups().forEach(group -> grouped.put(group, new ArrayList<>()));
        changes.forEach(change -> grouped.computeIfAbsent(
                        blueprint.groupOf(change.logicalId(), change.resourceType()), group -> new ArrayList<>())
                .add(change));
        grouped.values().removeIf(List::isEmpty);
        return grouped;
    }
}
