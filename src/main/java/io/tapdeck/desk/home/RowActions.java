package io.tapdeck.desk.home;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.desk.common.Navigator;
import io.tapdeck.desk.common.StateLook;
import java.util.function.Consumer;

/** What can be done with a row. */
record RowActions(Navigator navigator, Consumer<DeployedEnvironment> onDestroy) {

    /** Enter: what can be done where it is stuck, its deployment while it changes, else its charts. */
    void open(EnvironmentRow row) {
        if (row.look() == StateLook.STUCK || row.look() == StateLook.WAITING) {
            situation(row);
        } else if (row.look().busy()) {
            deployment(row);
        } else {
            watch(row);
        }
    }

    void watch(EnvironmentRow row) {
        DeployedEnvironment deployed = row.deployed();
        if (deployed != null) {
            navigator.watch(deployed);
        }
    }

    /** How its stacks stand, and what can be done. */
    void situation(EnvironmentRow row) {
        navigator.situation(row.key());
    }

    void deployment(EnvironmentRow row) {
        navigator.deployment(row.key());
    }

    /** Whether it can be changed: it is there, nothing moves it, and its blueprint is known. */
    boolean changeable(EnvironmentRow row) {
        return row.deployed() != null && row.blueprint() != null && !row.look().busy() && row.look() != StateLook.STUCK;
    }

    void change(EnvironmentRow row) {
        if (changeable(row)) {
            navigator.change(row.key());
        }
    }

    /** Compares it with its templates, where it can be changed. */
    void drift(EnvironmentRow row) {
        if (changeable(row)) {
            navigator.drift(row.key());
        }
    }

    void destroy(EnvironmentRow row) {
        DeployedEnvironment deployed = row.deployed();
        if (deployed != null) {
            onDestroy.accept(deployed);
        }
    }
}
