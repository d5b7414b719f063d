package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.DependencyGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Deletes a stack. */
final class DeleteOperation extends StackOperation {

    private final List<String> retained;

    /**
     * An operation.
     *
     * @param retained logical ids to leave, whatever their policy
     */
    DeleteOperation(
            StackEngine engine, SimulatedStack stack, List<String> retained, BiConsumer<Boolean, Instant> ended) {
        super(engine, stack, ended);
        this.retained = retained;
    }

    static String reason(List<String> failed) {
        return "The following resource(s) failed to delete: " + failed + ". ";
    }

    void begin(Instant now) {
        stack.deleted = now;
        stack.changeSetId = "";
        stack.move(StackStatus.DELETE_IN_PROGRESS, "User Initiated", now);
        Optional<String> inUse = exportInUse();
        if (inUse.isPresent()) {
            after(now, then -> end(StackStatus.DELETE_FAILED, inUse.get(), false, then));
            return;
        }
        List<DeleteTask> tasks = new ArrayList<>();
        for (SimulatedResource resource : stack.resources.values()) {
            if (resource.exists()) {
                boolean left = retained.contains(resource.logicalId);
                tasks.add(DeleteTask.of(engine, stack, resource, left ? Fate.RETAIN : Fate.deleted(resource)));
            }
        }
        WayBack stuck = stack.wayBack;
        if (stuck != null) {
            stuck.made.forEach(leftover -> tasks.add(DeleteTask.of(engine, stack, leftover, Fate.DELETE)));
            stack.wayBack = null;
        }
        Function<String, Set<String>> dependencies =
                stack.template == null ? id -> Set.of() : DependencyGraph.of(stack.template)::dependenciesOf;
        run(wire(tasks, dependencies, true), false, now, this::deleted);
    }

    private void deleted(Instant now) {
        List<String> failed = failed();
        if (failed.isEmpty()) {
            end(StackStatus.DELETE_COMPLETE, "", true, now);
        } else {
            end(StackStatus.DELETE_FAILED, reason(failed), false, now);
        }
    }

    private Optional<String> exportInUse() {
        for (var output : stack.outputs) {
            List<String> users = Outputs.importers(engine, stack, output.exportName());
            if (!users.isEmpty()) {
                return Optional.of("Delete canceled. Cannot delete export " + output.exportName()
                        + " as it is in use by " + String.join(", ", users) + ".");
            }
        }
        return Optional.empty();
    }
}
