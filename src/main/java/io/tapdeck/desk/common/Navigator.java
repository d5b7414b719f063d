package io.tapdeck.desk.common;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Review;
import io.tapdeck.environment.EnvironmentKey;
import org.jspecify.annotations.Nullable;

/** Where a page can send its reader. Called on the JavaFX thread. */
public interface Navigator {
    void home();

    /** The wizard on a new draft. */
    void newEnvironment();

    /**
     * The wizard on a saved draft, in a session of its account if one is open.
     *
     * @param account which account it is for; null for none in particular
     */
    void draft(String draftId, @Nullable String account);

    /** The wizard on an environment that runs, to change it. */
    void change(EnvironmentKey environment);

    /** The wizard's review of another threshold of one alarm of an environment that runs, and of nothing else. */
    void tune(EnvironmentKey environment, String alarmId, String threshold);

    /** The wizard on an environment that runs, with what a failed change of it wanted. */
    void retry(EnvironmentKey environment);

    /** The wizard's review of what an environment was deployed with, or was to be, to deploy it again. */
    void again(EnvironmentKey environment);

    /** The wizard on a new draft with an environment's settings, without its suffix. */
    void another(EnvironmentKey environment);

    /** The wizard on a new draft of an environment that is made again from a snapshot. */
    void restore(EnvironmentKey environment, String snapshot);

    /** The review of taking over a stack that was deployed from a seed, in the session's region. */
    void adopt(EnvironmentKey environment, String stackName);

    /** How an environment's stacks stand, and what can be done about each. */
    void situation(EnvironmentKey environment);

    /** Does what was chosen about a stack, and shows how it goes. */
    void recover(EnvironmentKey environment, Recovery recovery);

    /** How an environment differs from its templates. */
    void drift(EnvironmentKey environment);

    /** Shows a review that was made, to be deployed or thrown away. */
    void review(Review review);

    /** Executes a review, and shows how it goes. */
    void deploy(Review review);

    /** Deletes an environment, and shows how it goes. */
    void destroy(EnvironmentKey environment);

    /** Shows a deployment that runs or has ended. */
    void deployment(EnvironmentKey environment);

    /** The environment's page. */
    void watch(DeployedEnvironment environment);

    /** The environment's page, with the chart of one of its alarms chosen. */
    void watch(DeployedEnvironment environment, String alarmId);

    /** The sessions, with one of them chosen. */
    void session(SessionChoice choice);

    /** The page of all alarms. */
    void alarms();

    /** Asks with which other environment one is compared, and compares them. */
    void compareWith(DeployedEnvironment environment);

    /** Two environments side by side. */
    void compare(DeployedEnvironment left, DeployedEnvironment right);

    /** The page before this one. */
    void back();
}
