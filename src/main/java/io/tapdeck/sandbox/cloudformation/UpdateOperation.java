package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.DependencyGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Brings a stack to another template; on failure brings it back, unless rollback is off. */
final class UpdateOperation extends StackOperation {

    private final BoundTemplate target;
    private final BoundTemplate previous;
    private final Map<String, String> previousTags;
    private final List<Output> previousOutputs;
    private final Map<String, Physical> before = new LinkedHashMap<>();
    private final List<Leftover> leftovers = new ArrayList<>();
    private boolean cancelledByUser;

    UpdateOperation(
            StackEngine engine,
            SimulatedStack stack,
            BoundTemplate target,
            BoundTemplate previous,
            Map<String, String> previousTags,
            BiConsumer<Boolean, Instant> ended) {
        super(engine, stack, ended);
        this.target = target;
        this.previous = previous;
        this.previousTags = previousTags;
        previousOutputs = stack.outputs;
        stack.resources.forEach((id, resource) -> {
            Physical physical = resource.physical;
            if (resource.exists() && physical != null) {
                before.put(id, physical);
            }
        });
    }

    void begin(Instant now) {
        stack.move(StackStatus.UPDATE_IN_PROGRESS, "User Initiated", now);
        DependencyGraph graph = DependencyGraph.of(target);
        List<ReconcileTask> tasks = new ArrayList<>();
        target.resources()
                .values()
                .forEach(resource -> tasks.add(new ReconcileTask(engine, stack, target, resource, leftovers)));
        run(wire(tasks, graph::dependenciesOf, false), true, now, this::reconciled);
    }

    /** Turns back, as CancelUpdateStack asks. */
    void cancel(Instant now) {
        cancelledByUser = true;
        stopPhase(now);
    }

    private void reconciled(Instant now) {
        if (phaseFailed()) {
            turnBack(cancelledByUser ? "User Initiated" : failureReason(), now);
            return;
        }
        try {
            stack.outputs = Outputs.of(engine, stack, target);
        } catch (ResourceFailure unresolved) {
            turnBack(unresolved.reason(), now);
            return;
        }
        stack.move(StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, "", now);
        List<DeleteTask> cleanup = new ArrayList<>();
        leftovers.forEach(leftover -> cleanup.add(DeleteTask.of(engine, stack, leftover)));
        for (SimulatedResource resource : stack.resources.values()) {
            if (resource.exists() && !target.resources().containsKey(resource.logicalId)) {
                cleanup.add(DeleteTask.removed(engine, stack, resource, retains(resource)));
            }
        }
        DependencyGraph graph = DependencyGraph.of(previous);
        run(
                wire(cleanup, graph::dependenciesOf, true),
                false,
                now,
                then -> end(StackStatus.UPDATE_COMPLETE, "", true, then));
    }

    private String failureReason() {
        List<String> created = new ArrayList<>();
        List<String> updated = new ArrayList<>();
        failed().forEach(id -> (before.containsKey(id) ? updated : created).add(id));
        String reason = created.isEmpty() ? "" : "The following resource(s) failed to create: " + created + ". ";
        return updated.isEmpty() ? reason : reason + "The following resource(s) failed to update: " + updated + ". ";
    }

    private void turnBack(String reason, Instant now) {
        if (stack.disableRollback && !cancelledByUser) {
            end(StackStatus.UPDATE_FAILED, reason, false, now);
            return;
        }
        stack.move(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, reason, now);
        stack.template = previous;
        stack.tags = previousTags;
        stack.outputs = previousOutputs;
        List<Leftover> made = new ArrayList<>();
        List<RestoreTask> tasks = new ArrayList<>();
        before.forEach((id, physical) -> {
            SimulatedResource resource = stack.resources.get(id);
            if (resource != null) {
                tasks.add(new RestoreTask(engine, stack, resource, physical, made));
            }
        });
        run(wire(tasks, DependencyGraph.of(previous)::dependenciesOf, false), false, now, then -> cleanUp(made, then));
    }

    private void cleanUp(List<Leftover> made, Instant now) {
        stack.move(StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, "", now);
        List<DeleteTask> tasks = new ArrayList<>();
        made.forEach(leftover -> tasks.add(DeleteTask.of(engine, stack, leftover)));
        for (SimulatedResource resource : stack.resources.values()) {
            boolean added =
                    !before.containsKey(resource.logicalId) && resource.status != ResourceStatus.DELETE_COMPLETE;
            if (added) {
                tasks.add(DeleteTask.removed(engine, stack, resource, false));
            }
        }
        run(
                wire(tasks, DependencyGraph.of(target)::dependenciesOf, true),
                false,
                now,
                then -> end(StackStatus.UPDATE_ROLLBACK_COMPLETE, "", false, then));
    }

    private static boolean retains(SimulatedResource resource) {
        return resource.physical != null
                && resource.physical.definition().deletionPolicy().startsWith("Retain");
    }
}
