package io.tapdeck.desk.home;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Leftover;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.desk.common.AccountMarks;
import io.tapdeck.desk.common.Navigator;
import io.tapdeck.desk.common.StateLook;
import io.tapdeck.environment.EnvironmentKey;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a row.
 *
 * @param accounts by what accounts are told from each other
 * @param model knows which accounts and regions are reached, and by which sessions that may change something
 */
record RowActions(Navigator navigator, AccountMarks accounts, Consumer<EnvironmentKey> onDestroy, HomeModel model) {

    /** Enter: what can be done where it is stuck, its deployment while it changes, else its charts. */
    void open(EnvironmentRow row) {
        if (row.look() == StateLook.STUCK || row.look() == StateLook.ABSENT) {
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

    /** Asks with which other it is compared. */
    void compare(EnvironmentRow row) {
        DeployedEnvironment deployed = row.deployed();
        if (deployed != null) {
            navigator.compareWith(deployed);
        }
    }

    /** How its stacks stand, and what can be done. */
    void situation(EnvironmentRow row) {
        navigator.situation(row.key());
    }

    void deployment(EnvironmentRow row) {
        navigator.deployment(row.key());
    }

    /** Whether somebody here may change it; where nobody may, what would change it is absent. */
    boolean mayChange(EnvironmentRow row) {
        return model.mayChange(row.key());
    }

    /** Whether it can be changed: it may, it is there, nothing moves it, and its blueprint is known. */
    boolean changeable(EnvironmentRow row) {
        return mayChange(row) && settled(row);
    }

    /** Whether it can be compared with its templates. */
    boolean settled(EnvironmentRow row) {
        return row.deployed() != null && row.blueprint() != null && !row.look().busy() && row.look() != StateLook.STUCK;
    }

    void change(EnvironmentRow row) {
        if (changeable(row)) {
            navigator.change(row.key());
        }
    }

    /** Compares it with its templates, where nothing moves it. */
    void drift(EnvironmentRow row) {
        if (settled(row)) {
            navigator.drift(row.key());
        }
    }

    void destroy(EnvironmentRow row) {
        if (row.deployed() != null && mayChange(row)) {
            onDestroy.accept(row.key());
        }
    }

    /** Enter on something left over: how it stands; a key deletes nothing at once. What is no environment's stack is dealt with. */
    void open(Leftover left) {
        switch (left.kind()) {
            case SHELL, PART -> navigator.situation(left.environment());
            case SNAPSHOT, SEED -> deal(left);
        }
    }

    /** Whether somebody here may do something about it. */
    boolean mayDeal(Leftover left) {
        return model.mayChange(left.environment());
    }

    /** Whether a stack of a seed can be taken over: a session reaches its account and region. */
    boolean adoptable(Leftover left) {
        return model.reads(left.environment().account(), left.region());
    }

    /** The one thing that is done about something left over. */
    void deal(Leftover left) {
        if (!mayDeal(left)) {
            return;
        }
        EnvironmentKey environment = left.environment();
        switch (left.kind()) {
            case SHELL -> {
                String seen = left.stackId();
                if (seen != null) {
                    navigator.recover(environment, new Recovery.DeleteEmpty(part(left), seen));
                }
            }
            case PART -> onDestroy.accept(environment);
            case SNAPSHOT -> navigator.restore(environment, left.name());
            case SEED -> {
                if (adoptable(left)) {
                    navigator.adopt(environment, left.name());
                }
            }
        }
    }

    private static @Nullable Part part(Leftover left) {
        boolean own = left.name().equals(left.environment().stackName());
        return own ? null : new Part(left.name(), left.region());
    }
}
