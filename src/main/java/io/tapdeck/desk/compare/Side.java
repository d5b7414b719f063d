package io.tapdeck.desk.compare;

import io.tapdeck.aws.ServiceClock;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.monitor.Monitor;
import org.jspecify.annotations.Nullable;

/**
 * One of two environments, and whom to ask about it: the other may live in another account.
 *
 * @param environment as it was last listed
 * @param blueprint null if this Tapdeck does not know it
 */
record Side(
        DeployedEnvironment environment,
        @Nullable Blueprint blueprint,
        Deployments deployments,
        Monitor monitor,
        ServiceClock clock) {

    /** Its suffix, and what tells it from another of the same suffix. */
    String nameBeside(Side other) {
        EnvironmentKey own = environment.key();
        EnvironmentKey beside = other.environment().key();
        String suffix = own.suffix().value();
        if (!own.suffix().equals(beside.suffix())) {
            return suffix;
        }
        if (!own.blueprint().equals(beside.blueprint())) {
            return suffix + " " + own.blueprint();
        }
        return suffix + " " + (own.region().equals(beside.region()) ? own.account() : own.region());
    }
}
