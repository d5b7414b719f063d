package io.tapdeck.desk.drift;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Drift;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.environment.EnvironmentKey;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of one environment with its templates, and the way back. A comparison takes minutes and goes on while its
 * page is left; a change set that arrives when nobody waits for it is thrown away. For the JavaFX thread only.
 */
final class DriftModel {
    private final EnvironmentKey environment;
    private final DeskServices services;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state;
    private @Nullable Reader reader;

    /** Who waits for the way back. */
    interface Reader {
        /** It can be read: it is the reader's now, to execute or to throw away. */
        void made(Review review);

        /** There is none; the words are for people. */
        void refused(String words);
    }

    /** How far it is. */
    sealed interface State {
        /** AWS compares, since then. */
        record Comparing(Instant since) implements State {}

        /** AWS has compared. */
        record Compared(Drift drift) implements State {}

        /** AWS has compared, and makes the change set that brings it back. */
        record Reverting(Drift drift) implements State {}

        /** It could not be compared; the words are for people. */
        record Failed(String words) implements State {}
    }

    /** A comparison that begins at once. */
    DriftModel(EnvironmentKey environment, DeskServices services, Background background) {
        this.environment = environment;
        this.services = services;
        this.background = background;
        this.state =
                new ReadOnlyObjectWrapper<>(new State.Comparing(services.clock().instant()));
        run();
    }

    EnvironmentKey environment() {
        return environment;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    State state() {
        return state.get();
    }

    /** From now on it is this one who waits for the way back; null for nobody. */
    void readBy(@Nullable Reader waiting) {
        reader = waiting;
    }

    /** Compares anew, unless AWS is at something. */
    void again() {
        if (state.get() instanceof State.Compared || state.get() instanceof State.Failed) {
            state.set(new State.Comparing(services.clock().instant()));
            run();
        }
    }

    /** Has AWS make the change set that brings back what differs; whoever reads then gets it. */
    void revert() {
        if (state.get() instanceof State.Compared compared
                && !compared.drift().resources().isEmpty()) {
            state.set(new State.Reverting(compared.drift()));
            background.run(
                    () -> services.deployments().revert(compared.drift()),
                    review -> made(compared, review),
                    failure -> {
                        state.set(compared);
                        if (reader != null) {
                            reader.refused(
                                    failure instanceof DeployException
                                            ? words(failure)
                                            : "AWS does not answer, so nothing is reverted. Try it again.");
                        }
                    });
        }
    }

    private void made(State.Compared compared, Review review) {
        state.set(compared);
        if (reader != null) {
            reader.made(review);
            return;
        }
        background.run(
                () -> {
                    services.deployments().discard(review);
                    return review;
                },
                discarded -> {},
                // What is left over costs nothing, and the next review of the environment takes its place.
                failure -> {});
    }

    private void run() {
        background.run(
                () -> services.deployments().drift(environment),
                drift -> state.set(new State.Compared(drift)),
                failure -> state.set(new State.Failed(words(failure))));
    }

    private static String words(Exception failure) {
        return failure instanceof DeployException refused
                ? refused.getMessage() + " " + refused.remedy()
                : "AWS does not answer. Try it again.";
    }
}
