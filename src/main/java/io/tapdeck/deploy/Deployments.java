package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.synth.CloudAssembly;
import java.util.List;
import java.util.Optional;

/** Everything that is done to stacks of one session. Every method blocks; call it on a virtual thread. */
public interface Deployments {

    /**
     * Orders the stacks and checks them against CloudFormation's limits.
     *
     * @throws DeployException if a template is too large or an order does not exist
     */
    DeploymentPlan plan(CloudAssembly assembly);

    /**
     * Makes the change set of the plan and reads it whole. Nothing is executed.
     *
     * @throws DeployException with the reason if AWS refuses it
     */
    Review review(DeploymentPlan plan);

    /** Deletes the change set of a review, and the empty stack that it may have left; safe to repeat. */
    void discard(Review review);

    /**
     * Executes a review and follows it to its end.
     *
     * @param listener hears every event once and in order, on the calling thread
     * @return what became of it; a lost connection never ends it
     * @throws DeployException if AWS refuses to start
     */
    Outcome execute(Review review, DeploymentListener listener);

    /** Follows what runs on an environment's stack, from its first event; empty if nothing runs. */
    Optional<Outcome> attach(EnvironmentKey environment, DeploymentListener listener);

    /**
     * Deletes an environment and follows it to its end.
     *
     * @throws DeployException if AWS refuses to start
     */
    Outcome destroy(EnvironmentKey environment, DeploymentListener listener);

    /** What destroying would delete, keep and leave behind. */
    DestroyPreview previewDestroy(EnvironmentKey environment);

    /** The environments of the session's account and region, by their tags, in the order of their suffixes. */
    List<DeployedEnvironment> list();

    /** One environment, if it exists. */
    Optional<DeployedEnvironment> find(EnvironmentKey environment);
}
