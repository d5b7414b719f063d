package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.Refusals;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackRequest;
import software.amazon.awssdk.services.cloudformation.model.OperationType;
import software.amazon.awssdk.services.cloudformation.model.RollbackStackRequest;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** The operations that bring a stack back: each is for one kind of state and refused in every other. */
final class Recoveries {
    private static final String USER = "User Initiated";

    private final StackEngine engine;
    private final StackDirectory directory;
    private final RequestTokens tokens;

    Recoveries(StackEngine engine, StackDirectory directory, RequestTokens tokens) {
        this.engine = engine;
        this.directory = directory;
        this.tokens = tokens;
    }

    void cancelUpdate(CancelUpdateStackRequest request, Instant now) {
        SimulatedStack stack = directory.require(request.stackName());
        tokens.once(request.clientRequestToken(), request, () -> {
            Optional<StackOperation> operation = engine.operationOn(stack);
            if (stack.status != StackStatus.UPDATE_IN_PROGRESS
                    || operation.isEmpty()
                    || !(operation.get() instanceof UpdateOperation update)) {
                throw Refusals.validation("CancelUpdateStack cannot be called from current stack status");
            }
            stack.useToken(request.clientRequestToken());
            update.cancel(now);
        });
    }

    void continueUpdateRollback(ContinueUpdateRollbackRequest request, Instant now) {
        SimulatedStack stack = directory.require(request.stackName());
        tokens.once(request.clientRequestToken(), request, () -> {
            WayBack wayBack = stack.wayBack;
            if (stack.status != StackStatus.UPDATE_ROLLBACK_FAILED || wayBack == null) {
                throw Refusals.validation("Stack " + stack.id() + " is in " + stack.status
                        + " state and can not continue to update rollback.");
            }
            Set<String> skipped = new LinkedHashSet<>(request.resourcesToSkip());
            requireStuck(wayBack, skipped);
            stack.begin(OperationType.CONTINUE_ROLLBACK, request.clientRequestToken());
            stack.useRole(request.roleARN() == null ? "" : request.roleARN());
            rollBack(stack, wayBack, skipped, now);
        });
    }

    /**
     * Only what failed in the rollback by itself can be skipped: not what was cancelled, what has not been reached, or what
     * a nested stack has, since the sandbox makes no nested stacks.
     */
    private static void requireStuck(WayBack wayBack, Set<String> skipped) {
        List<String> others =
                skipped.stream().filter(id -> !wayBack.stuck.contains(id)).toList();
        List<String> nested = others.stream().filter(id -> id.contains(".")).toList();
        if (!nested.isEmpty()) {
            throw Refusals.validation("The following nested stack(s) of ResourcesToSkip do not exist: " + nested);
        }
        if (!others.isEmpty()) {
            throw Refusals.validation("ResourcesToSkip can only contain resources that are in the UPDATE_FAILED state"
                    + " because their rollback failed. The following resource(s) cannot be skipped: " + others);
        }
    }

    /** Back to the last stable state; a stack without one loses its resources. */
    String rollbackStack(RollbackStackRequest request, Instant now) {
        SimulatedStack stack = directory.require(request.stackName());
        return tokens.once(request.clientRequestToken(), request, () -> {
            boolean paused = stack.status == StackStatus.UPDATE_FAILED || stack.status == StackStatus.CREATE_FAILED;
            if (!paused) {
                throw Refusals.validation(
                        "Stack:" + stack.id() + " is in " + stack.status + " state and can not be rolled back.");
            }
            stack.begin(OperationType.ROLLBACK, request.clientRequestToken());
            stack.useRole(request.roleARN() == null ? "" : request.roleARN());
            stack.retainExceptOnCreate = Boolean.TRUE.equals(request.retainExceptOnCreate());
            WayBack wayBack = stack.wayBack;
            if (wayBack != null && wayBack.isStable()) {
                rollBack(stack, wayBack, Set.of(), now);
            } else {
                CreationRollback rollback = new CreationRollback(engine, stack, (reached, then) -> {});
                engine.start(rollback);
                rollback.begin(USER, now);
            }
            return stack.id();
        });
    }

    private void rollBack(SimulatedStack stack, WayBack wayBack, Set<String> skipped, Instant now) {
        BoundTemplate target = stack.template();
        UpdateRollback rollback = new UpdateRollback(engine, stack, wayBack, target, (reached, then) -> {});
        engine.start(rollback);
        rollback.begin(USER, skipped, now);
    }
}
