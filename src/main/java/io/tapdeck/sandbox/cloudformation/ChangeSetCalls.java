package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.changes.ChangeAnalysis;
import io.tapdeck.sandbox.cloudformation.changes.Situation;
import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.Pseudo;
import io.tapdeck.sandbox.cloudformation.template.Refusals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeploymentMode;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsResponse;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.OperationType;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** The operations on change sets. */
final class ChangeSetCalls {

    private record Found(SimulatedStack stack, SimulatedChangeSet changeSet) {}

    private final StackEngine engine;
    private final StackDirectory directory;
    private final Preparation preparation;
    private final Deployments deployments;
    private final RequestTokens tokens;

    ChangeSetCalls(
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

    CreateChangeSetResponse create(CreateChangeSetRequest request, Instant now) {
        String id = tokens.once(request.clientToken(), request, () -> made(request, now));
        return CreateChangeSetResponse.builder()
                .id(id)
                .stackId(
                        directory.ownerOf(id).map(SimulatedStack::id).orElseThrow(() -> Refusals.changeSetNotFound(id)))
                .build();
    }

    private String made(CreateChangeSetRequest request, Instant now) {
        ChangeSetType type = request.changeSetType() == null ? ChangeSetType.UPDATE : request.changeSetType();
        if (type == ChangeSetType.IMPORT) {
            throw Refusals.validation("The sandbox imports no resources.");
        }
        requireUpdateToRevertDrift(request, type);
        String name = request.changeSetName();
        Optional<SimulatedStack> known = directory.find(request.stackName());
        boolean creates = type == ChangeSetType.CREATE;
        checkStack(known, creates, request);
        Optional<SimulatedChangeSet> same = known.flatMap(stack -> pending(stack, name, now));
        if (same.isPresent()) {
            throw Refusals.alreadyExists("ChangeSet " + name + " already exists");
        }
        DeploymentRequest deployment = DeploymentRequest.of(request);
        Pseudo pseudo = known.map(stack -> stack.pseudo)
                .orElseGet(() -> directory.newStack(
                        request.stackName(), deployment.notificationArns().orElse(List.of()), now));
        Optional<SimulatedStack> deployed = creates ? Optional.empty() : known;
        BoundTemplate template = preparation.prepare(deployment, pseudo, deployed);
        SimulatedStack stack = known.orElseGet(() -> open(pseudo, request.clientToken(), now));
        boolean tagsChange = !creates
                && deployment.tags().map(tags -> !tags.equals(stack.tags)).orElse(false);
        Situation situation = preparation.situation(deployed, template, tagsChange, deployment.revertsDrift());
        UnaryOperator<ChangeAnalysis.Result> marked =
                deployment.revertsDrift() ? new DriftedChanges(engine, stack, now)::mark : result -> result;
        // Drift is a matter of values: without them nothing would differ.
        ChangeAnalysis.Result changes = marked.apply(ChangeAnalysis.of(situation, deployment.revertsDrift()));
        SimulatedChangeSet changeSet = new SimulatedChangeSet(
                directory.newChangeSet(name, stack, now),
                stack.id(),
                name,
                type,
                now,
                deployment,
                template,
                changes,
                marked.apply(ChangeAnalysis.of(situation, true)),
                EarlyValidation.of(engine, stack, template, changes.changes()),
                // A stack is made even where no condition lets one of its resources be.
                creates || !changes.changes().isEmpty() || deployments.hasOtherWork(deployed, template));
        stack.changeSets.put(changeSet.id, changeSet);
        return changeSet.id;
    }

    /** API reference, "CreateChangeSet", DeploymentMode. */
    private static void requireUpdateToRevertDrift(CreateChangeSetRequest request, ChangeSetType type) {
        if (request.deploymentMode() != DeploymentMode.REVERT_DRIFT) {
            return;
        }
        boolean otherwise = request.onStackFailure() != null && request.onStackFailure() != OnStackFailure.ROLLBACK;
        if (type != ChangeSetType.UPDATE || otherwise || Boolean.TRUE.equals(request.includeNestedStacks())) {
            throw Refusals.validation("DeploymentMode REVERT_DRIFT is supported only for change sets of type UPDATE,"
                    + " without nested stacks, whose OnStackFailure is ROLLBACK.");
        }
    }

    private static void checkStack(Optional<SimulatedStack> known, boolean creates, CreateChangeSetRequest request) {
        if (creates) {
            if (known.isPresent() && known.get().status != StackStatus.REVIEW_IN_PROGRESS) {
                throw Refusals.validation("Stack [" + request.stackName()
                        + "] already exists and cannot be created again with the changeSet ["
                        + request.changeSetName() + "].");
            }
            return;
        }
        SimulatedStack stack =
                known.orElseThrow(() -> Refusals.validation("Stack [" + request.stackName() + "] does not exist"));
        Deployments.requireUpdatable(stack);
    }

    private SimulatedStack open(Pseudo pseudo, @Nullable String token, Instant now) {
        SimulatedStack stack = new SimulatedStack(pseudo, now);
        stack.useToken(token);
        engine.stacks.add(stack);
        stack.move(StackStatus.REVIEW_IN_PROGRESS, "User Initiated", now);
        return stack;
    }

    DescribeChangeSetResponse describe(DescribeChangeSetRequest request, Instant now) {
        Found found = find(request.changeSetName(), request.stackName());
        return Descriptions.changeSet(
                found.stack(),
                found.changeSet(),
                Boolean.TRUE.equals(request.includePropertyValues()),
                request.nextToken(),
                now);
    }

    ListChangeSetsResponse list(String stackName, @Nullable String nextToken, Instant now) {
        SimulatedStack stack = directory.require(stackName);
        Page<SimulatedChangeSet> page = Page.of(
                stack.changeSets.values().stream()
                        .filter(one -> isPending(one, now))
                        .toList(),
                nextToken);
        return ListChangeSetsResponse.builder()
                .summaries(page.items().stream()
                        .map(one -> Descriptions.summary(stack, one, now))
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    void delete(DeleteChangeSetRequest request, Instant now) {
        String name = request.changeSetName();
        Optional<SimulatedStack> stack = name.startsWith("arn:")
                ? directory.ownerOf(name)
                : Optional.of(directory.require(requireStackName(request.stackName())));
        Optional<SimulatedChangeSet> found = stack.flatMap(owner -> named(owner, name));
        if (found.isPresent() && found.get().executionStatus(now) == ExecutionStatus.EXECUTE_IN_PROGRESS) {
            throw Refusals.invalidChangeSetStatus("ChangeSet [" + found.get().id
                    + "] cannot be deleted in its current execution status of [EXECUTE_IN_PROGRESS]");
        }
        found.filter(one -> isPending(one, now))
                .ifPresent(one -> stack.ifPresent(owner -> owner.changeSets.remove(one.id)));
    }

    void execute(ExecuteChangeSetRequest request, Instant now) {
        Found found = find(request.changeSetName(), request.stackName());
        SimulatedStack stack = found.stack();
        SimulatedChangeSet changeSet = found.changeSet();
        tokens.once(request.clientRequestToken(), request, () -> execute(stack, changeSet, request, now));
    }

    private void execute(
            SimulatedStack stack, SimulatedChangeSet changeSet, ExecuteChangeSetRequest request, Instant now) {
        DeploymentRequest deployment = changeSet.request.executedBy(request);
        requireExecutable(stack, changeSet, deployment, now);
        stack.changeSets.values().removeIf(other -> !other.id.equals(changeSet.id) && isPending(other, now));
        changeSet.execution(ExecutionStatus.EXECUTE_IN_PROGRESS);
        stack.begin(
                changeSet.type == ChangeSetType.CREATE ? OperationType.CREATE_STACK : OperationType.UPDATE_STACK,
                request.clientRequestToken());
        BiConsumer<Boolean, Instant> ended = (reached, then) -> {
            changeSet.execution(reached ? ExecutionStatus.EXECUTE_COMPLETE : ExecutionStatus.EXECUTE_FAILED);
            if (reached) {
                stack.changeSetId = changeSet.id;
            }
        };
        stack.updated = now;
        if (changeSet.type == ChangeSetType.CREATE) {
            deployments.create(stack, deployment, changeSet.template, ended, now);
        } else {
            deployments.update(stack, deployment, changeSet.template, ended, now);
        }
    }

    private static void requireExecutable(
            SimulatedStack stack, SimulatedChangeSet changeSet, DeploymentRequest deployment, Instant now) {
        ChangeSetStatus status = changeSet.status(now);
        if (status != ChangeSetStatus.CREATE_COMPLETE) {
            throw Refusals.invalidChangeSetStatus(
                    "ChangeSet [" + changeSet.id + "] cannot be executed in its current status of [" + status + "]");
        }
        ExecutionStatus execution = changeSet.executionStatus(now);
        if (execution != ExecutionStatus.AVAILABLE) {
            throw Refusals.invalidChangeSetStatus("ChangeSet [" + changeSet.id
                    + "] cannot be executed in its current execution status of [" + execution + "]");
        }
        if (changeSet.type == ChangeSetType.UPDATE) {
            Deployments.requireUpdatable(stack);
            Deployments.requireRollbackOffWherePaused(stack, deployment);
        }
    }

    private Found find(String name, @Nullable String stackName) {
        if (name.startsWith("arn:")) {
            SimulatedStack owner = directory.ownerOf(name).orElseThrow(() -> Refusals.changeSetNotFound(name));
            return new Found(owner, named(owner, name).orElseThrow(() -> Refusals.changeSetNotFound(name)));
        }
        SimulatedStack stack = directory.require(requireStackName(stackName));
        return new Found(stack, named(stack, name).orElseThrow(() -> Refusals.changeSetNotFound(name)));
    }

    private static String requireStackName(@Nullable String stackName) {
        if (stackName == null) {
            throw Refusals.validation("StackName must be specified if ChangeSetName is not specified as an ARN.");
        }
        return stackName;
    }

    /** The newest of the name: an executed one keeps it, but gives it free. */
    private static Optional<SimulatedChangeSet> named(SimulatedStack stack, String nameOrId) {
        return List.copyOf(stack.changeSets.values()).reversed().stream()
                .filter(one -> one.id.equals(nameOrId) || one.name.equals(nameOrId))
                .findFirst();
    }

    private static Optional<SimulatedChangeSet> pending(SimulatedStack stack, String name, Instant now) {
        return named(stack, name).filter(one -> isPending(one, now));
    }

    private static boolean isPending(SimulatedChangeSet changeSet, Instant now) {
        ExecutionStatus execution = changeSet.executionStatus(now);
        return execution == ExecutionStatus.AVAILABLE || execution == ExecutionStatus.UNAVAILABLE;
    }
}
