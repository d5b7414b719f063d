package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.Refusals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Starts operations on stacks. */
final class Deployments {

    private static final Set<StackStatus> UPDATABLE = Set.of(
            StackStatus.CREATE_COMPLETE,
            StackStatus.CREATE_FAILED,
            StackStatus.UPDATE_COMPLETE,
            StackStatus.UPDATE_FAILED,
            StackStatus.UPDATE_ROLLBACK_COMPLETE);

    private final StackEngine engine;

    Deployments(StackEngine engine) {
        this.engine = engine;
    }

    /** Refuses a stack that cannot be updated in its state. */
    static void requireUpdatable(SimulatedStack stack) {
        if (!UPDATABLE.contains(stack.status)) {
            throw Refusals.validation(
                    "Stack:" + stack.id() + " is in " + stack.status + " state and can not be updated.");
        }
    }

    /**
     * Refuses to update a stack whose failed operation paused, unless its rollback stays off. What AWS says names UpdateStack
     * for ExecuteChangeSet too.
     */
    static void requireRollbackOffWherePaused(SimulatedStack stack, DeploymentRequest request) {
        if (isPaused(stack) && !request.disableRollback()) {
            throw Refusals.validation("This stack is currently in a non-terminal [" + stack.status
                    + "] state. To update the stack from this state, please use the disable-rollback parameter with"
                    + " update-stack API. To rollback to the last known good state, use the rollback-stack API");
        }
    }

    private static boolean isPaused(SimulatedStack stack) {
        return stack.status == StackStatus.CREATE_FAILED || stack.status == StackStatus.UPDATE_FAILED;
    }

    void create(
            SimulatedStack stack,
            DeploymentRequest request,
            BoundTemplate template,
            BiConsumer<Boolean, Instant> ended,
            Instant now) {
        adopt(stack, request, template);
        OnStackFailure onFailure = request.disableRollback() ? OnStackFailure.DO_NOTHING : request.onFailure();
        CreateOperation operation = new CreateOperation(engine, stack, template, onFailure, ended);
        engine.start(operation);
        operation.begin(now);
    }

    void update(
            SimulatedStack stack,
            DeploymentRequest request,
            BoundTemplate template,
            BiConsumer<Boolean, Instant> ended,
            Instant now) {
        BoundTemplate previous = stack.template();
        WayBack wayBack = WayBack.of(stack);
        stack.wayBack = wayBack;
        adopt(stack, request, template);
        UpdateOperation operation =
                new UpdateOperation(engine, stack, template, previous, wayBack, request.revertsDrift(), ended);
        engine.start(operation);
        operation.begin(now);
    }

    void delete(SimulatedStack stack, List<String> retained, Instant now) {
        DeleteOperation operation = new DeleteOperation(engine, stack, retained, (reached, then) -> {});
        engine.start(operation);
        operation.begin(now);
    }

    /**
     * Whether an update without changes of resources has something to do: an operation that failed and paused is tried
     * again, and outputs alone are a reason too.
     */
    boolean hasOtherWork(Optional<SimulatedStack> stack, BoundTemplate after) {
        return stack.filter(Deployments::isPaused).isPresent() || outputsDiffer(stack, after);
    }

    private static boolean outputsDiffer(Optional<SimulatedStack> stack, BoundTemplate after) {
        BoundTemplate before = stack.map(known -> known.template).orElse(null);
        return before != null
                && !before.template()
                        .body()
                        .path("Outputs")
                        .equals(
                                after.template().body().has("Outputs")
                                        ? after.template().body().path("Outputs")
                                        : JsonNodeFactory.instance.missingNode());
    }

    private static void adopt(SimulatedStack stack, DeploymentRequest request, BoundTemplate template) {
        stack.template = template;
        stack.capabilities = request.capabilities();
        stack.disableRollback = request.disableRollback();
        stack.retainExceptOnCreate = request.retainExceptOnCreate();
        stack.useRole(request.roleArn());
        request.tags().ifPresent(tags -> stack.tags = tags);
        request.notificationArns().ifPresent(arns -> stack.notificationArns = arns);
        request.rollbackConfiguration()
                .ifPresent(requested -> stack.rollbackConfiguration =
                        RollbackConfigurations.after(stack.rollbackConfiguration, requested));
    }
}
