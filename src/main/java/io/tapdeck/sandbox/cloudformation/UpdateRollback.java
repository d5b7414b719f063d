package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.DependencyGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * Brings a stack back to its last stable state (user guide, "Continue rolling back an update"). When a resource cannot be
 * brought back, the stack is stuck in {@code UPDATE_ROLLBACK_FAILED}, until the rollback is continued.
 */
final class UpdateRollback extends StackOperation {

    private final WayBack wayBack;
    /** The template that the update asked for: its dependencies order the cleanup. */
    private final DependencyGraph added;

    /**
     * A rollback of a stack that has a stable state.
     *
     * @param target what the failed update asked for
     */
    UpdateRollback(
            StackEngine engine,
            SimulatedStack stack,
            WayBack wayBack,
            BoundTemplate target,
            BiConsumer<Boolean, Instant> ended) {
        super(engine, stack, ended);
        this.wayBack = wayBack;
        added = DependencyGraph.of(target);
    }

    /**
     * Starts, or goes on.
     *
     * @param skipped resources that are left as they are, though the stack counts them as brought back
     */
    void begin(String reason, Set<String> skipped, Instant now) {
        stack.move(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, reason, now);
        wayBack.restore(stack);
        wayBack.stuck.clear();
        List<RestoreTask> tasks = new ArrayList<>();
        wayBack.resources().forEach((id, physical) -> {
            SimulatedResource resource = stack.resources.get(id);
            if (resource != null) {
                tasks.add(new RestoreTask(engine, stack, resource, physical, wayBack.made, skipped.contains(id)));
            }
        });
        run(wire(tasks, DependencyGraph.of(wayBack.template())::dependenciesOf, false), true, now, this::restored);
    }

    private void restored(Instant now) {
        List<String> failed = failed();
        if (failed.isEmpty()) {
            cleanUp(now);
            return;
        }
        wayBack.stuck.addAll(failed);
        end(
                StackStatus.UPDATE_ROLLBACK_FAILED,
                "The following resource(s) failed to update: " + failed + ". ",
                false,
                now);
    }

    private void cleanUp(Instant now) {
        stack.move(StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, "", now);
        List<DeleteTask> tasks = new ArrayList<>();
        wayBack.made.forEach(leftover -> tasks.add(DeleteTask.of(engine, stack, leftover, Fate.DELETE)));
        for (SimulatedResource resource : stack.resources.values()) {
            boolean isNew = wayBack.physical(resource.logicalId).isEmpty();
            if (isNew && resource.status != ResourceStatus.DELETE_COMPLETE) {
                tasks.add(DeleteTask.removed(
                        engine, stack, resource, Fate.rolledBack(resource, stack.retainExceptOnCreate)));
            }
        }
        run(wire(tasks, added::dependenciesOf, true), false, now, then -> {
            stack.wayBack = null;
            end(StackStatus.UPDATE_ROLLBACK_COMPLETE, cleanupReason(), false, then);
        });
    }
}
