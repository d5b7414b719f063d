package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.DependencyGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * Deletes what a stack has that never was stable (API reference, "RollbackStack"). The stack itself stays, to be read, and
 * can only be deleted.
 */
final class CreationRollback extends StackOperation {

    CreationRollback(StackEngine engine, SimulatedStack stack, BiConsumer<Boolean, Instant> ended) {
        super(engine, stack, ended);
    }

    /** Deletes the resources. */
    void begin(String reason, Instant now) {
        deleteAll(
                StackStatus.ROLLBACK_IN_PROGRESS,
                reason,
                StackStatus.ROLLBACK_COMPLETE,
                StackStatus.ROLLBACK_FAILED,
                now);
    }

    /** Deletes the resources and the stack, as {@code OnStackFailure=DELETE} asks. */
    void delete(String reason, Instant now) {
        deleteAll(StackStatus.DELETE_IN_PROGRESS, reason, StackStatus.DELETE_COMPLETE, StackStatus.DELETE_FAILED, now);
    }

    private void deleteAll(StackStatus running, String reason, StackStatus complete, StackStatus stuck, Instant now) {
        stack.deleted = now;
        stack.changeSetId = "";
        stack.wayBack = null;
        stack.move(running, reason, now);
        List<DeleteTask> tasks = new ArrayList<>();
        stack.resources
                .values()
                .forEach(resource -> tasks.add(
                        DeleteTask.of(engine, stack, resource, Fate.rolledBack(resource, stack.retainExceptOnCreate))));
        run(wire(tasks, DependencyGraph.of(stack.template())::dependenciesOf, true), false, now, then -> {
            List<String> failed = failed();
            boolean gone = failed.isEmpty();
            end(gone ? complete : stuck, gone ? "" : DeleteOperation.reason(failed), false, then);
        });
    }
}
