package io.tapdeck.deploy;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeploymentEvent.Ended;
import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.store.Store;
import io.tapdeck.synth.CloudAssembly;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** Deployments through CloudFormation's change sets. */
public final class CloudFormationDeployments implements Deployments {
    private final Session session;
    private final AwsConnection connection;
    private final CloudFormationClient client;
    private final Calls calls;
    private final Stacks stacks;
    private final ChangeSets changeSets;
    private final ChangeSetReader reader;
    private final PlannedResources planned;
    private final Reviewer reviewer;
    private final Environments environments;
    private final Run run;

    /**
     * Deployments of one session.
     *
     * @param store remembers how long resources take
     * @param pace how to wait between polls
     */
    public CloudFormationDeployments(AwsConnection connection, Store store, Pace pace) {
        this.connection = connection;
        this.session = connection.session();
        this.client = connection.cloudFormation();
        this.calls = new Calls(session, pace, RandomGenerator.getDefault());
        this.stacks = new Stacks(client, calls);
        this.changeSets = new ChangeSets(client, calls, stacks);
        this.reader = new ChangeSetReader(client, calls);
        Durations durations = new Durations(store, session.account());
        this.planned = new PlannedResources(durations);
        this.reviewer = new Reviewer(stacks, changeSets, reader, planned);
        this.environments = new Environments(client, calls, stacks, session);
        this.run = new Run(connection, calls, durations);
    }

    @Override
    public DeploymentPlan plan(CloudAssembly assembly) {
        return Planner.plan(assembly, session);
    }

    @Override
    public Review review(DeploymentPlan plan) {
        checkIdentity(plan.environment());
        if (plan.stacks().size() > 1) {
            throw new DeployException(
                    "The environment has %d stacks; this Tapdeck deploys one."
                            .formatted(plan.stacks().size()),
                    "Choose a blueprint of one stack.");
        }
        return reviewer.review(plan);
    }

    @Override
    public void discard(Review review) {
        checkIdentity(review.environment());
        changeSets.discard(review.changeSetId(), review.stackId());
    }

    @Override
    public Outcome execute(Review review, DeploymentListener listener) {
        checkIdentity(review.environment());
        Run.Mend protection = (status, at) -> protect(review, status, at);
        if (review.nothingChanges()) {
            Instant now = connection.clock().instant();
            Outcome outcome = protect(review, "UPDATE_COMPLETE", now)
                    .<Outcome>map(cause -> new Outcome.Failed(review.stackName(), "UPDATE_COMPLETE", cause))
                    .orElseGet(() -> new Outcome.UpToDate(review.stackName()));
            listener.on(new Ended(now, outcome));
            return outcome;
        }
        String token = RequestTokens.execute(review.changeSetName());
        changeSets.execute(review, token);
        Started started = new Started(
                connection.clock().instant(),
                review.operation(),
                review.stackName(),
                review.stackId(),
                review.resources());
        return run.follow(started, start(review.operation(), token, review.madeAt()), listener, protection);
    }

    /** The first event with our token; where an endpoint drops tokens, the first start since the review. */
    private static Follower.Start start(Operation operation, String token, Instant notBefore) {
        return new Follower.Start(
                notBefore,
                event -> event.clientRequestToken() == null
                        ? StackEvents.starts(event, operation)
                                && !event.timestamp().isBefore(notBefore)
                        : event.clientRequestToken().equals(token));
    }

    private Optional<RootCause> protect(Review review, String status, Instant at) {
        try {
            boolean is = stacks.find(review.stackId())
                    .map(stack -> Boolean.TRUE.equals(stack.enableTerminationProtection()))
                    .orElse(false);
            if (is != review.terminationProtection()) {
                calls.call(() -> client.updateTerminationProtection(request -> request.stackName(review.stackId())
                        .enableTerminationProtection(review.terminationProtection())));
            }
            return Optional.empty();
        } catch (DeployException | AwsException e) {
            if (e instanceof DeployInterruptedException) {
                throw e;
            }
            return Optional.of(new RootCause(
                    review.stackName(),
                    "AWS::CloudFormation::Stack",
                    status,
                    String.valueOf(e.getMessage()),
                    null,
                    at,
                    1,
                    "The environment is up, but its termination protection could not be set.",
                    List.of("Ask for cloudformation:UpdateTerminationProtection, then deploy again.")));
        }
    }

    @Override
    public Optional<Outcome> attach(EnvironmentKey environment, DeploymentListener listener) {
        Stack stack = stacks.of(environment).orElse(null);
        if (stack == null || !new StackState(stack.stackStatusAsString()).busy()) {
            return Optional.empty();
        }
        String status = stack.stackStatusAsString();
        Operation operation = status.startsWith("DELETE")
                ? Operation.DELETE
                : status.startsWith("UPDATE") ? Operation.UPDATE : Operation.CREATE;
        StackEvent first = calls
                .call(() ->
                        new StackEvents(client).backTo(event -> StackEvents.starts(event, operation), stack.stackId()))
                .stream()
                .filter(event -> StackEvents.starts(event, operation))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new DeployException(
                        "The events of %s do not tell when %s began.".formatted(stack.stackName(), status),
                        "Watch it again in a moment."));
        Started started = new Started(
                first.timestamp(),
                operation,
                stack.stackName(),
                stack.stackId(),
                resources(stack, operation, first, environment.suffix().value()));
        Follower.Start start =
                new Follower.Start(first.timestamp(), event -> event.eventId().equals(first.eventId()));
        return Optional.of(run.follow(started, start, listener, Run.Mend.nothing()));
    }

    /** What a running operation moves: what its change set says, else everything in the template. */
    private List<PlannedResource> resources(Stack stack, Operation operation, StackEvent first, String suffix) {
        TemplateGraph graph = stacks.template(stack.stackId());
        DisplayNames names = new DisplayNames(graph.logicalIds(), suffix);
        if (operation == Operation.DELETE) {
            return planned.deleted(graph, names);
        }
        return RequestTokens.executed(first.clientRequestToken())
                .flatMap(changeSet ->
                        reader.find(changeSet, stack.stackId(), ids -> DisplayNames.of(graph, ids, suffix)))
                .map(read -> planned.changed(
                        graph, DisplayNames.of(graph, read.changes().keySet(), suffix), read.changes()))
                .orElseGet(() -> planned.all(graph, names, operation));
    }

    @Override
    public Outcome destroy(EnvironmentKey environment, DeploymentListener listener) {
        checkIdentity(environment);
        Stack stack = existing(environment);
        StackState state = new StackState(stack.stackStatusAsString());
        if (state.busy()) {
            throw new DeployException(
                    "An operation runs on %s (%s).".formatted(stack.stackName(), state.name()),
                    "Watch it to its end, then repeat.");
        }
        if (!refusals(stack).isEmpty()) {
            throw new DeployException(
                    refusals(stack).getFirst(), "Deploy the environment without protection first, then destroy it.");
        }
        TemplateGraph graph = stacks.template(stack.stackId());
        List<PlannedResource> resources = planned.deleted(
                graph, new DisplayNames(graph.logicalIds(), environment.suffix().value()));
        String token = RequestTokens.of("delete");
        calls.call(() ->
                client.deleteStack(request -> request.stackName(stack.stackId()).clientRequestToken(token)));
        Instant notBefore = stack.lastUpdatedTime() == null ? stack.creationTime() : stack.lastUpdatedTime();
        Started started = new Started(
                connection.clock().instant(), Operation.DELETE, stack.stackName(), stack.stackId(), resources);
        return run.follow(started, start(Operation.DELETE, token, notBefore), listener, Run.Mend.nothing());
    }

    @Override
    public DestroyPreview previewDestroy(EnvironmentKey environment) {
        Stack stack = existing(environment);
        TemplateGraph graph = stacks.template(stack.stackId());
        DisplayNames names =
                new DisplayNames(graph.logicalIds(), environment.suffix().value());
        List<String> deleted = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (TemplateGraph.Resource resource : graph.inOrder()) {
            String name = names.of(resource.logicalId());
            if (Policies.keptOnDelete(resource)) {
                kept.add(name);
            } else {
                deleted.add(name);
                if (Policies.snapshotOnDelete(resource)) {
                    kept.add("a last snapshot of " + name);
                }
            }
        }
        return new DestroyPreview(stack.stackName(), deleted, kept, refusals(stack));
    }

    private Stack existing(EnvironmentKey environment) {
        return stacks.of(environment)
                .orElseThrow(() -> new DeployException(
                        "There is no environment %s in account %s, %s."
                                .formatted(environment.suffix(), environment.account(), environment.region()),
                        "Check the suffix, the account and the region."));
    }

    private static List<String> refusals(Stack stack) {
        return Boolean.TRUE.equals(stack.enableTerminationProtection())
                ? List.of("Termination protection of %s is on.".formatted(stack.stackName()))
                : List.of();
    }

    @Override
    public List<DeployedEnvironment> list() {
        return environments.list();
    }

    @Override
    public Optional<DeployedEnvironment> find(EnvironmentKey environment) {
        return environments.find(environment);
    }

    /** What was planned for one account is never done to another. */
    private void checkIdentity(EnvironmentKey environment) {
        if (!environment.account().equals(session.account())
                || !environment.region().equals(session.region())) {
            throw new DeployException(
                    "This is about account %s, %s; the session is in %s, %s."
                            .formatted(
                                    environment.account(), environment.region(), session.account(), session.region()),
                    "Connect to that account and region, then repeat.");
        }
    }
}
