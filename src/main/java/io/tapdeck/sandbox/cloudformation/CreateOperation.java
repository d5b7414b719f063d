package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.DependencyGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Makes a stack; on failure rolls back, deletes or leaves it, as asked. */
final class CreateOperation extends StackOperation {

    private final BoundTemplate template;
    private final OnStackFailure onFailure;

    CreateOperation(
            StackEngine engine,
            SimulatedStack stack,
            BoundTemplate template,
            OnStackFailure onFailure,
            BiConsumer<Boolean, Instant> ended) {
        super(engine, stack, ended);
        this.template = template;
        this.onFailure = onFailure;
    }

    void begin(Instant now) {
        stack.move(StackStatus.CREATE_IN_PROGRESS, "User Initiated", now);
        watch(now);
        List<ReconcileTask> tasks = new ArrayList<>();
        template.resources()
                .values()
                .forEach(resource ->
                        tasks.add(new ReconcileTask(engine, stack, template, resource, new ArrayList<>(), false)));
        run(wire(tasks, DependencyGraph.of(template)::dependenciesOf, false), true, now, this::created);
    }

    @Override
    void alarmed(String reason, Instant now) {
        interrupt(now, then -> fail(reason + " ", then));
    }

    private void created(Instant now) {
        List<String> failed = failed();
        if (phaseFailed()) {
            fail("The following resource(s) failed to create: " + failed + ". ", now);
            return;
        }
        try {
            List<Output> outputs = Outputs.of(engine, stack, template);
            afterWatch(now, then -> {
                stack.outputs = outputs;
                end(StackStatus.CREATE_COMPLETE, "", true, then);
            });
        } catch (ResourceFailure unresolved) {
            rollback().begin(unresolved.reason() + " Rollback requested by user.", now);
        }
    }

    private void fail(String reason, Instant now) {
        switch (onFailure) {
            case DO_NOTHING -> end(StackStatus.CREATE_FAILED, reason, false, now);
            case DELETE -> rollback().delete(reason + "Delete requested by user.", now);
            default -> rollback().begin(reason + "Rollback requested by user.", now);
        }
    }

    private CreationRollback rollback() {
        return follow(ended -> new CreationRollback(engine, stack, ended));
    }
}
