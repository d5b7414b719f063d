package io.tapdeck.desk.wizard;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.AccountPin;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeploymentPlan;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.Preflight;
import io.tapdeck.deploy.PreflightException;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Finding;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.store.TargetFileException;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.SynthesisException;
import io.tapdeck.synth.SynthesisRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The change set of a definition: made when the review is entered, thrown away when it is left for anything but the
 * deployment.
 */
final class ReviewModel {
    private final DeskServices services;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Making());
    private final StringProperty typed = new SimpleStringProperty("");
    private final BooleanProperty read = new SimpleBooleanProperty(false);
    private @Nullable Duration watchTime;
    private int latest;

    /** How far the review is. */
    sealed interface State {
        /** AWS makes the change set. */
        record Making() implements State {}

        /**
         * It can be read.
         *
         * @param definition what was reviewed
         * @param findings about it
         * @param cost of a month of it
         */
        record Made(Review review, EnvironmentDefinition definition, List<Finding> findings, MonthlyCost cost)
                implements State {
            public Made {
                findings = List.copyOf(findings);
            }
        }

        /**
         * There is none; both texts are for people.
         *
         * @param preflight what was checked, if that is why
         */
        record Failed(String message, String remedy, Preflight preflight) implements State {
            Failed(String message, String remedy) {
                this(message, remedy, Preflight.NONE);
            }
        }
    }

    ReviewModel(DeskServices services, Background background) {
        this.services = services;
        this.background = background;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    State state() {
        return state.get();
    }

    /** The suffix as typed to allow the loss of data. */
    StringProperty typedProperty() {
        return typed;
    }

    /** Whether the reader says to have read what is lost. */
    BooleanProperty readProperty() {
        return read;
    }

    /** How long an update's alarms are watched, so that one that rings rolls it back; empty if none are. */
    Optional<Duration> watchTime() {
        return Optional.ofNullable(watchTime);
    }

    /** Another choice of {@link #watchTime}; it holds from the next change set on. */
    void watch(@Nullable Duration time) {
        watchTime = time;
    }

    /**
     * Makes the change set, in place of any that there is; nothing in the account is changed by it.
     *
     * @param pin the account that the draft is for; through a session of another nothing is asked of AWS
     */
    void make(DraftModel draft, EnvironmentDefinition definition, AccountPin pin) {
        Blueprint blueprint = draft.blueprint();
        EnvironmentDefinition running = draft.running().orElse(null);
        Optional<String> adopted = draft.adopts();
        int number = ++latest;
        if (state.get() instanceof State.Made made) {
            throwAway(made.review());
        }
        Duration watched = running == null ? null : watchTime;
        typed.set("");
        read.set(false);
        state.set(new State.Making());
        background.run(
                () -> {
                    pin.check("The draft", services.session());
                    Deployments deployments = services.deployments();
                    TargetSettings target = target(deployments, definition);
                    CloudAssembly assembly = synthesize(definition, target);
                    DeploymentPlan plan =
                            deployments.plan(assembly, target).pinned(pin).rollingBackOnAlarm(watched);
                    Review review =
                            deployments.review(adopted.map(plan::adopting).orElse(plan));
                    return new State.Made(
                            review,
                            definition,
                            assembly.findings(),
                            MonthlyCost.of(blueprint, draft.region(), definition, running));
                },
                made -> {
                    if (number == latest) {
                        state.set(made);
                    } else {
                        // Left before AWS was ready.
                        throwAway(made.review());
                    }
                },
                problem -> {
                    if (number == latest) {
                        state.set(failure(problem));
                    }
                });
    }

    /** The review is left without deploying: its change set is deleted. */
    void discard() {
        latest++;
        if (state.get() instanceof State.Made made) {
            throwAway(made.review());
        }
        state.set(new State.Making());
    }

    /** The deployment takes the change set over: it is not deleted here. */
    void handOver() {
        latest++;
        state.set(new State.Making());
    }

    /** Why it cannot be deployed yet, in a few words; empty if it can. */
    String obstacle() {
        return switch (state.get()) {
            case State.Making _ -> "AWS makes the change set";
            case State.Failed _ -> "There is no change set";
            case State.Made made -> obstacle(made.review());
        };
    }

    private String obstacle(Review review) {
        if (review.nothingChanges()) {
            return "Nothing to deploy";
        }
        if (Confirmation.of(review).isEmpty()) {
            return "";
        }
        if (!typed.get().equals(review.environment().suffix().value())) {
            return "Waits for the typed suffix";
        }
        return read.get() ? "" : "Waits for the tick";
    }

    private TargetSettings target(Deployments deployments, EnvironmentDefinition definition) {
        Session session = services.session();
        EnvironmentKey environment =
                new EnvironmentKey(session.account(), session.region(), definition.blueprint(), definition.suffix());
        return deployments.settings(environment, services.targetSettings().current(session.account()));
    }

    private CloudAssembly synthesize(EnvironmentDefinition definition, TargetSettings target) throws Exception {
        try {
            return services.synthesizer()
                    .synthesize(new SynthesisRequest(definition, target.permissionsBoundary(), false))
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private void throwAway(Review review) {
        // What is left over costs nothing, and the next review of the environment takes its place.
        background.run(
                () -> {
                    services.deployments().discard(review);
                    return review;
                },
                discarded -> {},
                problem -> {});
    }

    private static State failure(Exception problem) {
        return switch (problem) {
            case PreflightException stopped ->
                new State.Failed(String.valueOf(stopped.getMessage()), stopped.remedy(), stopped.preflight());
            case DeployException deploy -> new State.Failed(String.valueOf(deploy.getMessage()), deploy.remedy());
            case SynthesisException synthesis ->
                new State.Failed(String.valueOf(synthesis.getMessage()), synthesis.remedy());
            case TargetFileException target ->
                new State.Failed(
                        String.valueOf(target.getMessage()), "Mend the file, or choose another in the settings.");
            case CancellationException _ -> new State.Failed("The template was asked for twice.", "Try again.");
            default ->
                new State.Failed(
                        "The change set could not be made: %s.".formatted(problem.getMessage()),
                        "Nothing has been changed. Try again.");
        };
    }
}
