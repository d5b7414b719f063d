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
import software.amazon.awssdk.services.cloudformation.model.DeletionMode;
import software.amazon.awssdk.services.cloudformation.model.OperationType;
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
        return tokens.once(request.clientRequestToken(), request, () -> {
            if (directory.find(request.stackName()).isPresent()) {
                throw Refusals.alreadyExists("Stack [" + request.stackName() + "] already exists");
            }
            DeploymentRequest deployment = DeploymentRequest.of(request);
            Pseudo pseudo = directory.newStack(request.stackName(), List.copyOf(request.notificationARNs()), now);
            BoundTemplate template = preparation.prepare(deployment, pseudo, Optional.empty());
            SimulatedStack stack = new SimulatedStack(pseudo, now);
            stack.terminationProtection = Boolean.TRUE.equals(request.enableTerminationProtection());
            stack.begin(OperationType.CREATE_STACK, request.clientRequestToken());
            engine.stacks.add(stack);
            deployments.create(stack, deployment, template, (reached, then) -> {}, now);
            return stack.id();
        });
    }

    String update(UpdateStackRequest request, Instant now) {
        SimulatedStack stack = directory.require(request.stackName());
        return tokens.once(request.clientRequestToken(), request, () -> {
            Deployments.requireUpdatable(stack);
            DeploymentRequest deployment = DeploymentRequest.of(request);
            Deployments.requireRollbackOffWherePaused(stack, deployment);
            BoundTemplate template = preparation.prepare(deployment, stack.pseudo, Optional.of(stack));
            boolean tagsChange =
                    deployment.tags().map(tags -> !tags.equals(stack.tags)).orElse(false);
            ChangeAnalysis.Result changes =
                    ChangeAnalysis.of(preparation.situation(Optional.of(stack), template, tagsChange, false), false);
            if (changes.changes().isEmpty() && !deployments.hasOtherWork(Optional.of(stack), template)) {
                throw Refusals.validation("No updates are to be performed.");
            }
            stack.updated = now;
            stack.begin(OperationType.UPDATE_STACK, request.clientRequestToken());
            deployments.update(stack, deployment, template, (reached, then) -> {}, now);
            return stack.id();
        });
    }

    void delete(DeleteStackRequest request, Instant now) {
        Optional<SimulatedStack> found = directory.find(request.stackName());
        if (found.isEmpty() || found.get().isDeleted()) {
            // AWS answers a stack that is not there with success.
            return;
        }
        SimulatedStack stack = found.get();
        tokens.once(request.clientRequestToken(), request, () -> {
            if (stack.terminationProtection) {
                throw Refusals.validation(
                        "Stack [" + stack.name() + "] cannot be deleted while TerminationProtection is enabled");
            }
            if (stack.status == StackStatus.DELETE_IN_PROGRESS) {
                return;
            }
            requireDeletable(stack, request);
            engine.operationOn(stack).ifPresent(creation -> creation.stopPhase(now));
            stack.begin(OperationType.DELETE_STACK, request.clientRequestToken());
            stack.useRole(request.roleARN() == null ? "" : request.roleARN());
            stack.deletionMode = Optional.ofNullable(request.deletionMode());
            deployments.delete(stack, request.retainResources(), now);
        });
    }

    private static void requireDeletable(SimulatedStack stack, DeleteStackRequest request) {
        boolean failed = stack.status == StackStatus.DELETE_FAILED;
        if (!request.retainResources().isEmpty() && !failed) {
            throw Refusals.validation("Invalid operation on stack [" + stack.id()
                    + "]. When you delete a stack, specify which resources to"
                    + " retain only when the stack is in the DELETE_FAILED state.");
        }
        boolean gone = request.retainResources().stream()
                .map(stack.resources::get)
                .anyMatch(resource -> resource == null || !resource.exists());
        if (gone) {
            throw Refusals.validation("The specified resources to retain must be in a valid state. Do not specify"
                    + " resources that are in the DELETE_COMPLETE state.");
        }
        if (request.deletionMode() == DeletionMode.FORCE_DELETE_STACK && !failed) {
            throw Refusals.validation(
                    "FORCE_DELETE_STACK cannot be executed on the stack which is not in DELETE_FAILED" + " state");
        }
        if (stack.status.toString().startsWith("UPDATE_")
                && stack.status.toString().endsWith("_IN_PROGRESS")) {
            throw Refusals.validation("Stack [" + stack.id() + "] cannot be deleted while in status " + stack.status);
        }
    }

    String protect(UpdateTerminationProtectionRequest request) {
        SimulatedStack stack = directory.require(request.stackName());
        stack.terminationProtection = Boolean.TRUE.equals(request.enableTerminationProtection());
        return stack.id();
    }
}
