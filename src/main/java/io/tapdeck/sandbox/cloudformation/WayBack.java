package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.RollbackConfiguration;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * The last stable state of a stack that is being updated, or whose update failed and paused, and how far the way back to
 * it has come.
 */
final class WayBack {

    /** Absent when the stack's creation failed and was left as it was: then there is nothing to go back to. */
    private final @Nullable BoundTemplate template;

    private final Map<String, String> tags;
    private final List<Output> outputs;
    private final List<String> notificationArns;
    private final RollbackConfiguration rollbackConfiguration;
    private final Map<String, Physical> resources = new LinkedHashMap<>();

    /** What replacements have made, to be deleted in the cleanup. */
    final List<Leftover> made = new ArrayList<>();

    /** The resources that failed by themselves when they were brought back: those that may be skipped. */
    final Set<String> stuck = new LinkedHashSet<>();

    private WayBack(SimulatedStack stack) {
        template = stack.status == StackStatus.CREATE_FAILED ? null : stack.template;
        tags = stack.tags;
        outputs = stack.outputs;
        notificationArns = stack.notificationArns;
        rollbackConfiguration = stack.rollbackConfiguration;
        stack.resources.forEach((id, resource) -> {
            Physical physical = resource.physical;
            if (resource.exists() && physical != null) {
                resources.put(id, physical);
            }
        });
    }

    /** The way back of an update that begins: that of an earlier one, if it failed and paused. */
    static WayBack of(SimulatedStack stack) {
        WayBack known = stack.wayBack;
        return known == null ? new WayBack(stack) : known;
    }

    /** Whether there is a stable state to go back to. */
    boolean isStable() {
        return template != null;
    }

    /** The stable template; fails when there is none. */
    BoundTemplate template() {
        BoundTemplate known = template;
        if (known == null) {
            throw new IllegalStateException("no stable state");
        }
        return known;
    }

    /** What stood for a resource; empty when the update has added it. */
    Optional<Physical> physical(String logicalId) {
        return Optional.ofNullable(resources.get(logicalId));
    }

    /** What stood there, by logical id. */
    Map<String, Physical> resources() {
        return resources;
    }

    /** Gives the stack back what it had, but for its resources. */
    void restore(SimulatedStack stack) {
        stack.template = template();
        stack.tags = tags;
        stack.outputs = outputs;
        stack.notificationArns = notificationArns;
        stack.rollbackConfiguration = rollbackConfiguration;
    }
}
