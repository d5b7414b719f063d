package io.tapdeck.desk;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.environment.EnvironmentKey;
import java.util.List;

/** How the shell makes the pages that it does not own. */
public interface Pages {
    /** The wizard on a new draft. */
    Page newEnvironment(PageContext context);

    /** The wizard on a saved draft. */
    Page draft(PageContext context, String draftId);

    /** The wizard on an environment that runs. */
    Page change(PageContext context, EnvironmentKey environment);

    /** The wizard's review of another threshold of one alarm. */
    Page tune(PageContext context, EnvironmentKey environment, String alarmId, String threshold);

    /** The wizard on an environment that runs, with what a failed change of it wanted. */
    Page retry(PageContext context, EnvironmentKey environment);

    /** The wizard's review of what an environment was deployed with, or was to be. */
    Page again(PageContext context, EnvironmentKey environment);

    /** The wizard on a new draft with an environment's settings, without its suffix. */
    Page another(PageContext context, EnvironmentKey environment);

    /** The wizard on a new draft of an environment that is made again from a snapshot. */
    Page restore(PageContext context, EnvironmentKey environment, String snapshot);

    /** The wizard's review of taking over a stack that was deployed from a seed. */
    Page adopt(PageContext context, EnvironmentKey environment, String stackName);

    /** How an environment's stacks stand, and what can be done about each. */
    Page situation(PageContext context, EnvironmentKey environment);

    /** Does what was chosen about a stack, and shows how it goes. */
    Page recover(PageContext context, EnvironmentKey environment, Recovery recovery);

    /** How an environment differs from its templates. */
    Page drift(PageContext context, EnvironmentKey environment);

    /** A review that was made, to be deployed or thrown away. */
    Page review(PageContext context, Review review);

    /** What runs now, and what has ended since the desk was opened. */
    Page deployments(PageContext context);

    /** Executes a review and shows how it goes. */
    Page deploy(PageContext context, Review review);

    /** Deletes an environment and shows how it goes. */
    Page destroy(PageContext context, EnvironmentKey environment);

    /** Shows what runs, or what happened last, on an environment. */
    Page deployment(PageContext context, EnvironmentKey environment);

    /** An environment's charts and alarms. */
    Page watch(PageContext context, DeployedEnvironment environment);

    /** An environment's charts and alarms, the chart of one alarm chosen. */
    Page watch(PageContext context, DeployedEnvironment environment, String alarmId);

    /** Two environments side by side. */
    Page compare(PageContext context, DeployedEnvironment left, DeployedEnvironment right);

    /** The account was read for the first time: what runs there can be followed without reading it again. */
    default void found(List<DeployedEnvironment> environments) {}
}
