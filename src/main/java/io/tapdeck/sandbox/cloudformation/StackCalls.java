package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.changes.ChangeAnalysis;
import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.Pseudo;
import io.tapdeck.sandbox.cloudformation.template.Refusals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;

/** The operations that change stacks without a change set. */
final class StackCalls {

    private final StackEngine engine;
    private final StackDirectory directory;
    private final Preparation preparation;
    private final Deployments deployments;
    private final RequestTokens tokens;

    StackCalls(
            StackEngine engine,
            StackDirectory directory,
            Preparation preparation,
            Deployments deployments,
            RequestTokens tokens) {
        this.engine = engine;
        this.directory = directory;
        this.preparation = preparation;
        this.deployments = deployments;
        this.tokens = tokens;
    }

    String create(CreateStackRequest request, Instant now) {
        Optional<SimulatedStack> known = directory.find(request.stackName());
        if (known.isPresent()) {
            if (tokens.seen(request.clientRequestToken(), "CreateStack " + request.stackName())) {
                return known.get().id();
            }
            throw Refusals.alreadyExists("Stack [" + request.stackName() + "] already exists");
        }
        DeploymentRequest deployment = DeploymentRequest.of(request);
        Pseudo pseudo = directory.newStack(request.stackName(), List.copyOf(request.notificationARNs()), now);
        BoundTemplate template = preparation.prepare(deployment, pseudo, Optional.empty());
        tokens.seen(request.clientRequestToken(), "CreateStack " + request.stackName());
        SimulatedStack stack = new SimulatedStack(pseudo, now);
        stack.terminationProtection = Boolean.TRUE.equals(request.enableTerminationProtection());
        stack.token = request.clientRequestToken() == null ? "" : request.clientRequestToken();
        engine.stacks.add(stack);
        deployments.create(stack, deployment, template, deployment.disableRollback(), (reached, then) -> {}, now);
        return stack.id();
    }

    String update(UpdateStackRequest request, Instant now) {
        SimulatedStack stack = directory.require(request.stackName());
        String signature = "UpdateStack " + stack.id();
        DeploymentRequest deployment = DeploymentRequest.of(request);
        if (tokens.seen(request.clientRequestToken(), signature)) {
            return stack.id();
        }
        try {
            Deployments.requireUpdatable(stack);
            BoundTemplate template = preparation.prepare(deployment, stack.pseudo, Optional.of(stack));
            boolean tagsChange =
                    deployment.tags().map(tags -> !tags.equals(stack.tags)).orElse(false);
            ChangeAnalysis.Result changes =
                    ChangeAnalysis.of(preparation.situation(Optional.of(stack), template, tagsChange), false);
            if (changes.changes().isEmpty() && !deployments.outputsDiffer(Optional.of(stack), template)) {
                throw Refusals.validation("No updates are to be performed.");
            }
            stack.updated = now;
            stack.token = request.clientRequestToken() == null ? "" : request.clientRequestToken();
            deployments.update(stack, deployment, template, deployment.disableRollback(), (reached, then) -> {}, now);
        } catch (RuntimeException refused) {
            tokens.forget(request.clientRequestToken());
            throw refused;
        }
        return stack.id();
    }

    void delete(DeleteStackRequest request, Instant now) {
        Optional<SimulatedStack> found = directory.find(request.stackName());
        if (found.isEmpty() || found.get().isDeleted()) {
            // AWS answers a stack that is not there with success.
            return;
        }
        SimulatedStack stack = found.get();
        if (tokens.seen(request.clientRequestToken(), "DeleteStack " + stack.id())) {
            return;
        }
        if (stack.terminationProtection) {
            tokens.forget(request.clientRequestToken());
            throw Refusals.validation(
                    "Stack [" + stack.name() + "] cannot be deleted while TerminationProtection is enabled");
        }
        if (stack.status == StackStatus.DELETE_IN_PROGRESS) {
            return;
        }
        if (!request.retainResources().isEmpty() && stack.status != StackStatus.DELETE_FAILED) {
            tokens.forget(request.clientRequestToken());
            throw Refusals.validation("Invalid operation on stack [" + stack.id()
                    + "]. When you delete a stack, specify which resources to"
                    + " retain only when the stack is in the DELETE_FAILED state.");
        }
        if (stack.status.toString().startsWith("UPDATE_")
                && stack.status.toString().endsWith("_IN_PROGRESS")) {
            tokens.forget(request.clientRequestToken());
            throw Refusals.validation("Stack [" + stack.id() + "] cannot be deleted while in status " + stack.status);
        }
        engine.operationOn(stack).ifPresent(creation -> creation.stopPhase(now));
        stack.token = request.clientRequestToken() == null ? "" : request.clientRequestToken();
        stack.useRole(request.roleARN() == null ? "" : request.roleARN());
        deployments.delete(stack, request.retainResources(), now);
    }

    String protect(UpdateTerminationProtectionRequest request) {
        SimulatedStack stack = directory.require(request.stackName());
        stack.terminationProtection = Boolean.TRUE.equals(request.enableTerminationProtection());
        return stack.id();
    }

    void cancelUpdate(String stackName, Instant now) {
        SimulatedStack stack = directory.require(stackName);
        Optional<StackOperation> operation = engine.operationOn(stack);
        if (stack.status != StackStatus.UPDATE_IN_PROGRESS
                || operation.isEmpty()
                || !(operation.get() instanceof UpdateOperation update)) {
            throw Refusals.validation("CancelUpdateStack cannot be called from current stack status");
        }
        update.cancel(now);
    }
}
