package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.DependencyGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Brings a stack to another template; on failure brings it back, unless rollback is off. */
final class UpdateOperation extends StackOperation {
    private static final String USER = "User Initiated";

    private final BoundTemplate target;
    private final BoundTemplate previous;
    private final WayBack wayBack;
    private final boolean revertsDrift;
    private final List<Leftover> leftovers = new ArrayList<>();
    private boolean cancelledByUser;

    /**
     * An update.
     *
     * @param previous the template it starts from, which need not be that of the last stable state
     * @param revertsDrift whether what was changed outside of CloudFormation is changed back
     */
    UpdateOperation(
            StackEngine engine,
            SimulatedStack stack,
            BoundTemplate target,
            BoundTemplate previous,
            WayBack wayBack,
            boolean revertsDrift,
            BiConsumer<Boolean, Instant> ended) {
        super(engine, stack, ended);
        this.target = target;
        this.previous = previous;
        this.wayBack = wayBack;
        this.revertsDrift = revertsDrift;
    }

    void begin(Instant now) {
        stack.move(StackStatus.UPDATE_IN_PROGRESS, USER, now);
        watch(now);
        DependencyGraph graph = DependencyGraph.of(target);
        List<ReconcileTask> tasks = new ArrayList<>();
        target.resources()
                .values()
                .forEach(resource ->
                        tasks.add(new ReconcileTask(engine, stack, target, resource, leftovers, revertsDrift)));
        run(wire(tasks, graph::dependenciesOf, false), true, now, this::reconciled);
    }

    /** Turns back, as CancelUpdateStack asks. */
    void cancel(Instant now) {
        cancelledByUser = true;
        interrupt(now, then -> turnBack(USER, then));
    }

    @Override
    void alarmed(String reason, Instant now) {
        interrupt(now, then -> turnBack(reason, then));
    }

    private void reconciled(Instant now) {
        if (phaseFailed()) {
            turnBack(failureReason(), now);
            return;
        }
        try {
            List<Output> outputs = Outputs.of(engine, stack, target);
            Outputs.requireImportsKept(engine, stack, outputs);
            afterWatch(now, then -> cleanUp(outputs, then));
        } catch (ResourceFailure unresolved) {
            turnBack(unresolved.reason(), now);
        }
    }

    private void cleanUp(List<Output> outputs, Instant now) {
        stack.outputs = outputs;
        stack.move(StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, "", now);
        List<DeleteTask> cleanup = new ArrayList<>();
        leftovers.forEach(leftover -> cleanup.add(DeleteTask.of(engine, stack, leftover, Fate.replaced(leftover))));
        for (SimulatedResource resource : stack.resources.values()) {
            if (resource.exists() && !target.resources().containsKey(resource.logicalId)) {
                cleanup.add(DeleteTask.removed(engine, stack, resource, Fate.deleted(resource)));
            }
        }
        DependencyGraph graph = DependencyGraph.of(previous);
        run(wire(cleanup, graph::dependenciesOf, true), false, now, then -> {
            stack.wayBack = null;
            end(StackStatus.UPDATE_COMPLETE, cleanupReason(), true, then);
        });
    }

    private String failureReason() {
        List<String> created = new ArrayList<>();
        List<String> updated = new ArrayList<>();
        failed().forEach(id -> (stack.failedToCreate(id) ? created : updated).add(id));
        String reason = created.isEmpty() ? "" : "The following resource(s) failed to create: " + created + ". ";
        return updated.isEmpty() ? reason : reason + "The following resource(s) failed to update: " + updated + ". ";
    }

    private void turnBack(String reason, Instant now) {
        if (stack.disableRollback && !cancelledByUser) {
            end(StackStatus.UPDATE_FAILED, reason, false, now);
            return;
        }
        if (wayBack.isStable()) {
            follow(ended -> new UpdateRollback(engine, stack, wayBack, target, ended))
                    .begin(reason, Set.of(), now);
        } else {
            follow(ended -> new CreationRollback(engine, stack, ended)).begin(reason, now);
        }
    }
}
