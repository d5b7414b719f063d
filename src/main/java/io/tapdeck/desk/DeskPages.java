package io.tapdeck.desk;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.compare.ComparePage;
import io.tapdeck.desk.deployment.DeploymentPage;
import io.tapdeck.desk.deployment.DeploymentsPage;
import io.tapdeck.desk.deployment.RunningDeployments;
import io.tapdeck.desk.drift.DriftChecks;
import io.tapdeck.desk.drift.DriftPage;
import io.tapdeck.desk.recovery.StatePage;
import io.tapdeck.desk.watch.WatchPage;
import io.tapdeck.desk.wizard.Attempts;
import io.tapdeck.desk.wizard.ChangeSetPage;
import io.tapdeck.desk.wizard.WizardPage;
import io.tapdeck.environment.EnvironmentKey;
import java.time.InstantSource;
import java.util.List;
import javafx.collections.ListChangeListener;

/** The real pages. Deployments and comparisons outlive the page that started them, so they are kept here. */
final class DeskPages implements Pages {
    private final OpenSessions sessions;
    private final InstantSource time;
    private final RunningDeployments deployments;
    private final DriftChecks drifts;
    private final Attempts attempts = new Attempts();

    /** Pages that work on {@code background}; re-attaches to what already runs. */
    DeskPages(OpenSessions sessions, Background background, InstantSource time) {
        this.sessions = sessions;
        this.time = time;
        this.deployments = new RunningDeployments(sessions, background);
        this.drifts = new DriftChecks(sessions, background);
        deployments.catchUp();
        sessions.all().addListener((ListChangeListener<DeskServices>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(deployments::catchUp);
            }
        });
    }

    @Override
    public Page newEnvironment(PageContext context) {
        return new WizardPage(context, time);
    }

    @Override
    public Page draft(PageContext context, String draftId) {
        return WizardPage.onDraft(context, time, draftId);
    }

    @Override
    public Page change(PageContext context, EnvironmentKey environment) {
        return WizardPage.onRunning(context, time, environment, attempts);
    }

    @Override
    public Page tune(PageContext context, EnvironmentKey environment, String alarmId, String threshold) {
        return WizardPage.tuning(context, time, environment, attempts, alarmId, threshold);
    }

    @Override
    public Page retry(PageContext context, EnvironmentKey environment) {
        return WizardPage.retrying(context, time, environment, attempts);
    }

    @Override
    public Page again(PageContext context, EnvironmentKey environment) {
        return WizardPage.again(context, time, environment);
    }

    @Override
    public Page another(PageContext context, EnvironmentKey environment) {
        return WizardPage.another(context, time, environment);
    }

    @Override
    public Page restore(PageContext context, EnvironmentKey environment, String snapshot) {
        return WizardPage.restoring(context, time, environment, snapshot);
    }

    @Override
    public Page adopt(PageContext context, EnvironmentKey environment, String stackName) {
        return WizardPage.adopting(context, time, environment, stackName);
    }

    @Override
    public Page situation(PageContext context, EnvironmentKey environment) {
        return new StatePage(context, environment);
    }

    @Override
    public Page recover(PageContext context, EnvironmentKey environment, Recovery recovery) {
        drifts.forget(environment);
        return new DeploymentPage(context, deployments, deployments.recover(environment, recovery));
    }

    @Override
    public Page drift(PageContext context, EnvironmentKey environment) {
        return new DriftPage(context, drifts, environment);
    }

    @Override
    public Page review(PageContext context, Review review) {
        return new ChangeSetPage(context, review);
    }

    @Override
    public Page deployments(PageContext context) {
        return new DeploymentsPage(context, deployments);
    }

    @Override
    public Page deploy(PageContext context, Review review) {
        drifts.forget(review.environment());
        return new DeploymentPage(context, deployments, deployments.execute(review));
    }

    @Override
    public Page destroy(PageContext context, EnvironmentKey environment) {
        drifts.forget(environment);
        return new DeploymentPage(context, deployments, deployments.destroy(environment));
    }

    @Override
    public Page deployment(PageContext context, EnvironmentKey environment) {
        return new DeploymentPage(context, deployments, deployments.open(environment));
    }

    @Override
    public Page watch(PageContext context, DeployedEnvironment environment) {
        return WatchPage.of(context, environment);
    }

    @Override
    public Page watch(PageContext context, DeployedEnvironment environment, String alarmId) {
        return WatchPage.of(context, environment).chosen(alarmId);
    }

    @Override
    public Page compare(PageContext context, DeployedEnvironment left, DeployedEnvironment right) {
        return ComparePage.of(context, left, sessions.of(right.key()), right);
    }

    @Override
    public void found(List<DeployedEnvironment> environments) {
        deployments.found(environments);
    }
}
