package io.tapdeck.deploy.engine;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.Session;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.AccountPin;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.DeploymentPlan;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.DestroyPreview;
import io.tapdeck.deploy.Drift;
import io.tapdeck.deploy.Interrupted;
import io.tapdeck.deploy.Leftover;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Pace;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.Situation;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.drift.DriftDetection;
import io.tapdeck.deploy.drift.DriftReversal;
import io.tapdeck.deploy.follow.Durations;
import io.tapdeck.deploy.inventory.Leftovers;
import io.tapdeck.deploy.inventory.Seeds;
import io.tapdeck.deploy.operation.Attachment;
import io.tapdeck.deploy.operation.Clearing;
import io.tapdeck.deploy.operation.Destruction;
import io.tapdeck.deploy.operation.Execution;
import io.tapdeck.deploy.operation.Resumption;
import io.tapdeck.deploy.operation.Undertakings;
import io.tapdeck.deploy.recovery.Recoveries;
import io.tapdeck.deploy.recovery.Situations;
import io.tapdeck.deploy.region.EnvironmentStacks;
import io.tapdeck.deploy.region.Environments;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.review.ChangeGuard;
import io.tapdeck.deploy.review.MovedResources;
import io.tapdeck.deploy.review.PlannedResources;
import io.tapdeck.deploy.review.Planner;
import io.tapdeck.deploy.review.Reviewer;
import io.tapdeck.deploy.review.StackReviewer;
import io.tapdeck.deploy.stack.Patience;
import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.deploy.template.TemplateMetadata;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Suffix;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.store.Journal;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import io.tapdeck.store.Store;
import io.tapdeck.synth.CloudAssembly;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;

/** Deployments through CloudFormation's change sets. */
public final class CloudFormationDeployments implements Deployments {
    private final Session session;
    private final Journal journal;
    private final Function<String, Deployments> elsewhere;
    private final MovedResources moved;
    private final Blueprints blueprints;
    private final StackRegions regions;
    private final Undertakings undertakings;
    private final PlannedResources planned;
    private final StackReviewer stackReviewer;
    private final Reviewer reviewer;
    private final EnvironmentStacks stacks;
    private final Environments environments;
    private final Situations situations;

    /**
     * Deployments of one session.
     *
     * @param store remembers how long resources take, and keeps the journal
     * @param blueprints whose rules hold for changes of what runs
     * @param pace how to wait between polls
     */
    public CloudFormationDeployments(AwsConnection connection, Store store, Blueprints blueprints, Pace pace) {
        this.session = connection.session();
        this.journal = store.journal();
        this.elsewhere = region -> new CloudFormationDeployments(connection.in(region), store, blueprints, pace);
        this.blueprints = blueprints;
        Durations durations = new Durations(store, session.account());
        this.planned = new PlannedResources(durations);
        this.moved = new MovedResources(planned);
        this.regions = new StackRegions(connection, pace, durations, journal);
        this.undertakings = new Undertakings(
                session, regions.own().logbook(), store.locks(), connection.clock(), new Clearing(regions));
        this.stackReviewer = new StackReviewer(regions, planned);
        this.reviewer = new Reviewer(regions, stackReviewer, new ChangeGuard(blueprints));
        this.stacks = new EnvironmentStacks(regions);
        this.environments = new Environments(regions, session);
        this.situations = new Situations(regions, stacks);
    }

    @Override
    public DeploymentPlan plan(CloudAssembly assembly, TargetSettings settings) {
        return Planner.plan(assembly, session, settings);
    }

    @Override
    public Optional<Draft> definition(EnvironmentKey environment) {
        checkIdentity(environment);
        return stacks.own(environment)
                .flatMap(own -> TemplateMetadata.definition(own.template(), environment.stackName()))
                .map(draft -> blueprints
                        .find(draft.blueprint())
                        .map(draft::completedBy)
                        .orElse(draft));
    }

    @Override
    public Optional<Draft> seed(String stackName) {
        return regions.own()
                .stacks()
                .find(stackName)
                .flatMap(stack -> new Seeds(regions.own(), blueprints).read(stack));
    }

    @Override
    public Optional<String> permissionsBoundary(EnvironmentKey environment) {
        checkIdentity(environment);
        return stacks.own(environment).flatMap(own -> TemplateMetadata.permissionsBoundary(own.template()));
    }

    @Override
    public Review review(DeploymentPlan plan) {
        checkIdentity(plan.environment());
        EnvironmentKey environment = plan.environment();
        return undertakings.review(
                environment,
                () -> !plan.ownStack().equals(environment.stackName())
                                || regions.own()
                                        .stacks()
                                        .of(environment)
                                        .filter(stack -> !Stacks.fresh(stack))
                                        .isPresent()
                        ? Operation.UPDATE
                        : Operation.CREATE,
                undertaking -> reviewer.review(undertaking, plan));
    }

    @Override
    public void discard(Review review) {
        checkIdentity(review.environment());
        undertakings.discard(review.undertaking());
    }

    @Override
    public Outcome execute(Review review, DeploymentListener listener) {
        checkIdentity(review.environment());
        return undertakings.execute(review.undertaking(), undertaking -> {
            Patience patience = new Patience(listener);
            StackRegions patient = regions.with(patience);
            return new Execution(patient, new StackReviewer(patient, planned), undertaking, review, patience).run();
        });
    }

    @Override
    public Optional<Outcome> attach(EnvironmentKey environment, DeploymentListener listener) {
        checkIdentity(environment);
        Patience patience = new Patience(listener);
        StackRegions patient = regions.with(patience);
        return new Attachment(patient, new EnvironmentStacks(patient), moved, environment).follow(patience);
    }

    @Override
    public Outcome destroy(EnvironmentKey environment, TargetSettings settings, DeploymentListener listener) {
        checkIdentity(environment);
        // Found and checked under the lock: another operation of this computer may have changed the stacks until then.
        return undertakings.run(environment, Operation.DELETE, undertaking -> {
            Patience patience = new Patience(listener);
            Destruction destruction = destruction(environment, regions.with(patience));
            destruction.check();
            return destruction.run(undertaking, settings.serviceRole(), patience);
        });
    }

    @Override
    public DestroyPreview previewDestroy(EnvironmentKey environment) {
        return destruction(environment, regions).preview();
    }

    private Destruction destruction(EnvironmentKey environment, StackRegions patient) {
        checkIdentity(environment);
        return new Destruction(patient, planned, environment, stacks.existing(environment));
    }

    @Override
    public List<DeployedEnvironment> list() {
        return environments.list();
    }

    @Override
    public Optional<DeployedEnvironment> find(EnvironmentKey environment) {
        return environments.find(environment);
    }

    @Override
    public Situation situation(EnvironmentKey environment) {
        checkIdentity(environment);
        return situations.of(environment);
    }

    @Override
    public Outcome recover(EnvironmentKey environment, Recovery recovery, DeploymentListener listener) {
        checkIdentity(environment);
        Patience patience = new Patience(listener);
        StackRegions patient = regions.with(patience);
        EnvironmentStacks found = new EnvironmentStacks(patient);
        return new Recoveries(patient, found, planned, new Situations(patient, found), undertakings)
                .run(environment, recovery, patience);
    }

    @Override
    public Drift drift(EnvironmentKey environment) {
        checkIdentity(environment);
        return new DriftDetection(regions, environment).of(stacks.existing(environment));
    }

    @Override
    public Review revert(Drift drift) {
        EnvironmentKey environment = drift.environment();
        checkIdentity(environment);
        return undertakings.review(
                environment,
                () -> Operation.UPDATE,
                undertaking -> new DriftReversal(regions, planned)
                        .review(undertaking, drift, stacks.existing(environment).reversed()));
    }

    @Override
    public List<Leftover> leftovers() {
        return new Leftovers(regions, blueprints, environment -> !undertakings.abandoned(environment)).in(searched());
    }

    @Override
    public SequencedSet<String> searched() {
        SequencedSet<String> searched = new LinkedHashSet<>(List.of(session.region()));
        searched.addAll(journal.regions(session.account()));
        return searched;
    }

    @Override
    public List<Interrupted> interrupted() {
        return journal.unfinished().stream()
                .filter(line -> line.kind() == Kind.BEGUN && line.account().equals(session.account()))
                .map(CloudFormationDeployments::interrupted)
                .filter(found -> undertakings.abandoned(found.environment()))
                .toList();
    }

    private static Interrupted interrupted(JournalEntry begun) {
        return new Interrupted(
                begun.operationId(),
                new EnvironmentKey(begun.account(), begun.region(), begun.blueprint(), new Suffix(begun.suffix())),
                Operation.valueOf(begun.call()),
                begun.at());
    }

    @Override
    public Outcome resume(Interrupted interrupted, DeploymentListener listener) {
        EnvironmentKey environment = interrupted.environment();
        if (!environment.region().equals(session.region())) {
            return elsewhere.apply(environment.region()).resume(interrupted, listener);
        }
        checkIdentity(environment);
        Undertaking undertaking = new Undertaking(interrupted.operationId(), environment, interrupted.operation());
        return undertakings.resume(undertaking, story -> {
            Patience patience = new Patience(listener);
            return new Resumption(regions.with(patience), moved, undertaking, story, patience).run();
        });
    }

    /** What was planned for one account and region is never done to another. */
    private void checkIdentity(EnvironmentKey environment) {
        new AccountPin(environment.account()).check(environment.suffix().value(), session);
        if (!environment.region().equals(session.region())) {
            throw new DeployException(
                    "%s is in %s; the session %s is in %s."
                            .formatted(environment.suffix(), environment.region(), session.name(), session.region()),
                    "Use a session of %s in %s.".formatted(environment.account(), environment.region()));
        }
    }
}
