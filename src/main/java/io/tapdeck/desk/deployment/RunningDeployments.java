package io.tapdeck.desk.deployment;

import io.tapdeck.aws.AwsException;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.EnvironmentBusyException;
import io.tapdeck.deploy.Interrupted;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.PlannedResource;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.store.StoreException;
import io.tapdeck.store.TargetFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Every deployment that this desk began or found running. Closing a page, or the desk, cancels none of them: they run in
 * AWS. For the JavaFX thread only.
 */
public final class RunningDeployments {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final OpenSessions sessions;
    private final Background background;
    private final ObservableList<DeploymentModel> all = FXCollections.observableArrayList();
    /** Held, since a view that nobody holds forgets who listens to it. */
    private final ObservableList<DeploymentModel> view = FXCollections.unmodifiableObservableList(all);

    /** Deployments that have ended and are looked at again; each once at a time. */
    private final Set<DeploymentModel> looking = new HashSet<>();

    /** The operations that were interrupted and are followed again. */
    private final Set<String> resumed = new HashSet<>();

    /** How many sessions are asked what was interrupted. */
    private int catchingUp;

    /** What was found before that was known. */
    private final List<DeployedEnvironment> waiting = new ArrayList<>();

    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();

    /** Knows of none yet. */
    public RunningDeployments(OpenSessions sessions, Background background) {
        this.sessions = sessions;
        this.background = background;
        background.every(TICK, this::tick);
    }

    /** All of this run of the desk, the newest first. */
    public ObservableList<DeploymentModel> all() {
        return view;
    }

    /** How many run. */
    public ReadOnlyIntegerProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Executes a review. */
    public DeploymentModel execute(Review review) {
        DeploymentModel model = add(review.environment(), review.operation(), review.resources());
        Deployments deployments = deployments(review.environment());
        follow(model, listener -> Optional.of(deployments.execute(review, listener)));
        return model;
    }

    /** Deletes an environment. */
    public DeploymentModel destroy(EnvironmentKey environment) {
        DeploymentModel model = add(environment, Operation.DELETE, List.of());
        DeskServices services = sessions.of(environment);
        follow(model, listener -> {
            TargetSettings settings = services.targetSettings().current(environment.account());
            return Optional.of(services.deployments().destroy(environment, settings, listener));
        });
        return model;
    }

    /** Does what was chosen about a stack. */
    public DeploymentModel recover(EnvironmentKey environment, Recovery recovery) {
        DeploymentModel model = add(environment, operation(recovery), List.of());
        Deployments deployments = deployments(environment);
        follow(model, listener -> Optional.of(deployments.recover(environment, recovery, listener)));
        return model;
    }

    private static Operation operation(Recovery recovery) {
        return switch (recovery) {
            case Recovery.CancelUpdate cancel -> Operation.UPDATE;
            case Recovery.RollBack back -> Operation.UPDATE;
            case Recovery.ContinueRollback on -> Operation.UPDATE;
            case Recovery.Delete delete -> Operation.DELETE;
            case Recovery.DeleteEmpty delete -> Operation.DELETE;
            case Recovery.DeleteRetaining delete -> Operation.DELETE;
            case Recovery.ForceDelete delete -> Operation.DELETE;
        };
    }

    /**
     * Turns a running update back; whoever follows it hears how that goes.
     *
     * @param onRefused gets AWS's refusal in words
     */
    public void cancel(DeploymentModel model, Recovery.CancelUpdate cancel, Consumer<String> onRefused) {
        model.cancelled(true);
        Deployments deployments = deployments(model.environment());
        background.run(() -> deployments.recover(model.environment(), cancel, event -> {}), outcome -> {}, failure -> {
            model.cancelled(false);
            onRefused.accept(words(failure));
        });
    }

    /**
     * The deployment of an environment: the one that is followed already, else what runs in AWS now. One that has ended is
     * shown as it ended until AWS says that something new runs, begun elsewhere.
     */
    public DeploymentModel open(EnvironmentKey environment) {
        Optional<DeploymentModel> known = latest(environment).filter(model -> !model.nothingToFollow());
        if (known.isEmpty()) {
            return attach(environment);
        }
        if (!known.get().running()) {
            look(known.get());
        }
        return known.get();
    }

    /** Asks whether something new runs where a deployment has ended; an answer that stays away changes nothing. */
    private void look(DeploymentModel ended) {
        if (!looking.add(ended)) {
            return;
        }
        Deployments deployments = deployments(ended.environment());
        background.run(
                () -> deployments.attach(ended.environment(), listener(ended)),
                outcome -> {
                    looking.remove(ended);
                    outcome.ifPresent(found -> end(ended, Optional.of(found)));
                },
                failure -> {
                    looking.remove(ended);
                    // Where nothing new was heard of, it stands as it ended, with its date.
                    if (ended.running()) {
                        refuse(ended, failure);
                    }
                });
    }

    /**
     * Follows the operation that has the environment, in place of those that it kept from beginning; {@link #open} then
     * gives it.
     */
    void followOther(EnvironmentKey environment) {
        all.removeIf(model -> model.environment().equals(environment) && model.another());
        if (latest(environment).filter(DeploymentModel::running).isEmpty()) {
            attach(environment);
        }
    }

    /**
     * Finds out what became of everything that this computer was at when it was interrupted, so that a desk that was
     * closed meanwhile misses nothing; what else runs is followed when {@link #found} tells it.
     */
    public void catchUp() {
        sessions.all().forEach(this::catchUp);
    }

    /** The same for what was begun in the account of one session. */
    public void catchUp(DeskServices session) {
        if (session.session().readOnly()) {
            // It is cleared away as well, which is for a session that may; what still runs is followed all the same.
            return;
        }
        catchingUp++;
        background.run(
                session.deployments()::interrupted,
                interrupted -> {
                    interrupted.forEach(one -> resume(session.deployments(), one));
                    caughtUp();
                },
                failure -> caughtUp());
    }

    /** The first reading of a session: what runs there and is not followed yet is followed. No one else lists it. */
    public void found(List<DeployedEnvironment> environments) {
        waiting.addAll(environments);
        attachAll();
    }

    private void caughtUp() {
        catchingUp--;
        attachAll();
    }

    private void resume(Deployments deployments, Interrupted interrupted) {
        // Two sessions of one account are told of the same.
        if (!resumed.add(interrupted.operationId())) {
            return;
        }
        DeploymentModel model = add(interrupted.environment(), interrupted.operation(), List.of());
        model.joined();
        model.remark("Tapdeck was closed in the middle of it. This is what became of it.");
        follow(model, listener -> Optional.of(deployments.resume(interrupted, listener)));
    }

    /** What was interrupted is resumed before what runs is attached to: it may be the same. */
    private void attachAll() {
        if (catchingUp > 0) {
            return;
        }
        List<DeployedEnvironment> found = List.copyOf(waiting);
        waiting.clear();
        found.stream()
                .filter(environment -> environment.status().busy())
                .filter(environment -> latest(environment.key())
                        .filter(DeploymentModel::running)
                        .isEmpty())
                .forEach(environment -> open(environment.key()));
    }

    private DeploymentModel attach(EnvironmentKey environment) {
        DeploymentModel model = add(environment, Operation.CREATE, List.of());
        model.joined();
        Deployments deployments = deployments(environment);
        follow(model, listener -> deployments.attach(environment, listener));
        return model;
    }

    private Deployments deployments(EnvironmentKey environment) {
        return sessions.of(environment).deployments();
    }

    private Optional<DeploymentModel> latest(EnvironmentKey environment) {
        return all.stream()
                .filter(model -> model.environment().equals(environment))
                .findFirst();
    }

    private DeploymentModel add(EnvironmentKey environment, Operation operation, List<PlannedResource> planned) {
        all.removeIf(model -> model.environment().equals(environment) && model.nothingToFollow());
        DeskServices services = sessions.of(environment);
        DeploymentModel model = new DeploymentModel(
                environment,
                services.blueprints().find(environment.blueprint()).orElse(null),
                operation,
                planned,
                services.clock());
        all.addFirst(model);
        count();
        return model;
    }

    private void follow(DeploymentModel model, Function<DeploymentListener, Optional<Outcome>> work) {
        DeploymentListener listener = listener(model);
        background.run(() -> work.apply(listener), outcome -> end(model, outcome), failure -> refuse(model, failure));
    }

    private DeploymentListener listener(DeploymentModel model) {
        return event -> background.onScreen(() -> {
            model.on(event);
            count();
        });
    }

    private void end(DeploymentModel model, Optional<Outcome> outcome) {
        if (outcome.isEmpty()) {
            model.nothingRuns();
        } else if (model.state().running()) {
            model.on(new DeploymentEvent.Ended(
                    sessions.of(model.environment()).clock().instant(), outcome.get()));
        }
        count();
    }

    private void refuse(DeploymentModel model, Exception failure) {
        if (failure instanceof EnvironmentBusyException) {
            model.refusedFor(words(failure));
        } else {
            model.refused(words(failure));
        }
        count();
    }

    private static String words(Exception failure) {
        return switch (failure) {
            case DeployException refused -> refused.getMessage() + " " + refused.remedy();
            case AwsException aws -> aws.getMessage() + " " + aws.remedy();
            case TargetFileException unusable -> String.valueOf(unusable.getMessage());
            case StoreException unusable -> String.valueOf(unusable.getMessage());
            default -> "Tapdeck cannot go on with it. Look how it stands, then try it again.";
        };
    }

    private void tick() {
        all.stream().filter(DeploymentModel::running).forEach(DeploymentModel::touch);
    }

    private void count() {
        running.set((int) all.stream().filter(DeploymentModel::running).count());
    }
}
