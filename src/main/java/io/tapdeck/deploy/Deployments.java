package io.tapdeck.deploy;

import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.synth.CloudAssembly;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Everything that is done to stacks of one session. Every method blocks; call it on a virtual thread. */
public interface Deployments {

    /**
     * Orders the stacks and checks them against CloudFormation's limits.
     *
     * @param settings what the target adds to every stack; its permissions boundary stands in the templates already
     * @throws DeployException if a template is too large or an order does not exist
     */
    DeploymentPlan plan(CloudAssembly assembly, TargetSettings settings);

    /** {@link #plan(CloudAssembly, TargetSettings)} for a target that adds nothing. */
    default DeploymentPlan plan(CloudAssembly assembly) {
        return plan(assembly, TargetSettings.NONE);
    }

    /**
     * The definition of an environment as it runs, read from its stack's template.
     *
     * @return empty if there is no such environment, or no definition in its template
     * @throws DeployException if it is of a newer version, has unknown keys or cannot be read
     */
    Optional<Draft> definition(EnvironmentKey environment);

    /**
     * The definition with which a stack that was deployed from a seed is taken over: as much of what its template says as a
     * definition can say. Reviewed with {@link DeploymentPlan#adopting}.
     *
     * @return empty if there is no such stack, or it is no seed's, or it has been taken over
     */
    Optional<Draft> seed(String stackName);

    /** The permissions boundary that an environment's roles have, read from its stack's template; empty if none. */
    Optional<String> permissionsBoundary(EnvironmentKey environment);

    /**
     * The target settings to synthesize and to plan with: those asked for, with the permissions boundary that the
     * environment runs with where they name none. It has to be known before the templates are made; tags and service role
     * are kept by {@link #review}.
     */
    default TargetSettings settings(EnvironmentKey environment, TargetSettings asked) {
        return asked.permissionsBoundary() != null
                ? asked
                : new TargetSettings(
                        asked.tags(),
                        asked.serviceRole(),
                        permissionsBoundary(environment).orElse(null));
    }

    /**
     * Makes the change sets of the plan and reads them whole. Nothing is executed.
     *
     * @throws RefusedChangeException with every problem if what runs cannot become what is planned
     * @throws DeployException with the reason if AWS refuses it
     */
    Review review(DeploymentPlan plan);

    /** Deletes the change sets of a review, and the empty stacks that they may have left; safe to repeat. */
    void discard(Review review);

    /**
     * Executes a review and follows it to its end: stack after stack, each with the outputs of those before it. A stack is
     * not started after a failure, nor if its change set then says something else than was reviewed.
     *
     * @param listener hears every event once and in order, on the calling thread
     * @return what became of it; a lost connection never ends it
     * @throws DeployException if AWS refuses to start
     */
    Outcome execute(Review review, DeploymentListener listener);

    /**
     * Follows what runs on an environment's stacks, from the first event of the stack that moves to the end of the whole;
     * empty if nothing runs.
     */
    Optional<Outcome> attach(EnvironmentKey environment, DeploymentListener listener);

    /**
     * Deletes an environment and follows it to its end: its own stack first, then its parts in reverse order.
     *
     * @param settings whose service role deletes it; null in it for the role that each stack has
     * @throws DeployException if AWS refuses to start
     */
    Outcome destroy(EnvironmentKey environment, TargetSettings settings, DeploymentListener listener);

    /** {@link #destroy(EnvironmentKey, TargetSettings, DeploymentListener)} with the role that each stack has. */
    default Outcome destroy(EnvironmentKey environment, DeploymentListener listener) {
        return destroy(environment, TargetSettings.NONE, listener);
    }

    /** What destroying would delete, keep and leave behind. */
    DestroyPreview previewDestroy(EnvironmentKey environment);

    /** The environments of the session's account and region, by their tags, in the order of their suffixes. */
    List<DeployedEnvironment> list();

    /** One environment, if it exists. */
    Optional<DeployedEnvironment> find(EnvironmentKey environment);

    /** How an environment's stacks stand and what can be done about each; also where it does not exist. */
    Situation situation(EnvironmentKey environment);

    /**
     * Does what an administrator chose about a stack and follows it to its end.
     *
     * @throws DeployException if the stack's state, as it is now, does not allow it, or AWS refuses
     */
    Outcome recover(EnvironmentKey environment, Recovery recovery, DeploymentListener listener);

    /**
     * Compares an environment's resources with what its templates say. Takes minutes; changes nothing.
     *
     * @throws DeployException if a stack cannot be compared now
     */
    Drift drift(EnvironmentKey environment);

    /**
     * The change sets that bring what drifted back to what the templates say. Executed and discarded as any review.
     *
     * @throws DeployException if AWS cannot revert it
     */
    Review revert(Drift drift);

    /** What is left of environments that do not exist, in the session's account and the {@link #searched} regions. */
    List<Leftover> leftovers();

    /**
     * The regions in which {@link #leftovers} looks: the session's first, then those in which this computer has changed
     * stacks. What is left in others is not seen.
     */
    SequencedSet<String> searched();

    /** The operations of this computer whose process died in the middle, in the session's account, oldest first. */
    List<Interrupted> interrupted();

    /**
     * Finds out what became of an interrupted operation: follows it while it runs, clears away the change sets that were
     * never executed, and tells the journal the true outcome. Nothing is repeated.
     */
    Outcome resume(Interrupted interrupted, DeploymentListener listener);
}
