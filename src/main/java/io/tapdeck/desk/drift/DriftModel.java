package io.tapdeck.desk.drift;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Drift;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.environment.EnvironmentKey;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The comparison of one environment with its templates. It takes minutes and goes on while its page is left. For the
 * JavaFX thread only.
 */
final class DriftModel {
    private final EnvironmentKey environment;
    private final DeskServices services;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state;

    /** How far it is. */
    sealed interface State {
        /** AWS compares, since then. */
        record Comparing(Instant since) implements State {}

        /** AWS has compared. */
        record Compared(Drift drift) implements State {}

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

    /** Compares anew, unless that is being done. */
    void again() {
        if (!(state.get() instanceof State.Comparing)) {
            state.set(new State.Comparing(services.clock().instant()));
            run();
        }
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
