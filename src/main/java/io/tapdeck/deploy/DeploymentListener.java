package io.tapdeck.deploy;

/** Hears a deployment's events. Must return quickly and never throw. */
@FunctionalInterface
public interface DeploymentListener {
    void on(DeploymentEvent event);
}
