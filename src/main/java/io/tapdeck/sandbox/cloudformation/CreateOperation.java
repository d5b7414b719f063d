package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.DependencyGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Makes a stack; on failure rolls back, deletes or leaves it, as asked. */
final class CreateOperation extends StackOperation {

    private final BoundTemplate template;
    private final OnStackFailure onFailure;
    private final DependencyGraph graph;

    CreateOperation(
            StackEngine engine,
            SimulatedStack stack,
            BoundTemplate template,
            OnStackFailure onFailure,
            BiConsumer<Boolean, Instant> ended) {
        super(engine, stack, ended);
        this.template = template;
        this.onFailure = onFailure;
        graph = DependencyGraph.of(template);
    }

    void begin(Instant now) {
        stack.move(StackStatus.CREATE_IN_PROGRESS, "User Initiated", now);
        List<ReconcileTask> tasks = new ArrayList<>();
        template.resources()
                .values()
                .forEach(
                        resource -> tasks.add(new ReconcileTask(engine, stack, template, resource, new ArrayList<>())));
        run(wire(tasks, graph::dependenciesOf, false), true, now, this::created);
    }

    private void created(Instant now) {
        List<String> failed = failed();
        if (!phaseFailed()) {
            try {
                stack.outputs = Outputs.of(engine, stack, template);
                end(StackStatus.CREATE_COMPLETE, "", true, now);
                return;
            } catch (ResourceFailure unresolved) {
                rollBack(unresolved.reason() + " Rollback requested by user.", now);
                return;
            }
        }
        String reason = "The following resource(s) failed to create: " + failed + ". ";
        switch (onFailure) {
            case DO_NOTHING -> end(StackStatus.CREATE_FAILED, reason, false, now);
            case DELETE -> delete(reason + "Delete requested by user.", now);
            default -> rollBack(reason + "Rollback requested by user.", now);
        }
    }

    private void rollBack(String reason, Instant now) {
        stack.deleted = now;
        stack.changeSetId = "";
        stack.move(StackStatus.ROLLBACK_IN_PROGRESS, reason, now);
        deleteAll(now, StackStatus.ROLLBACK_COMPLETE, StackStatus.ROLLBACK_FAILED);
    }

    private void delete(String reason, Instant now) {
        stack.deleted = now;
        stack.changeSetId = "";
        stack.move(StackStatus.DELETE_IN_PROGRESS, reason, now);
        deleteAll(now, StackStatus.DELETE_COMPLETE, StackStatus.DELETE_FAILED);
    }

    private void deleteAll(Instant now, StackStatus complete, StackStatus stuck) {
        List<DeleteTask> tasks = new ArrayList<>();
        stack.resources
                .values()
                .forEach(resource -> tasks.add(DeleteTask.of(engine, stack, resource, retains(resource))));
        run(wire(tasks, graph::dependenciesOf, true), false, now, then -> {
            List<String> failed = failed();
            boolean gone = failed.isEmpty();
            end(gone ? complete : stuck, gone ? "" : DeleteOperation.reason(failed), false, then);
        });
    }

    /** {@code RetainExceptOnCreate} deletes what a failed creation made. */
    private static boolean retains(SimulatedResource resource) {
        return resource.physical != null
                && resource.physical.definition().deletionPolicy().equals("Retain");
    }
}
