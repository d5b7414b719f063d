package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.Pages;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.environment.EnvironmentKey;
import java.time.InstantSource;

/** The wizard's pages, for a desk that is asked for no others. */
record WizardPages(InstantSource clock) implements Pages {
    @Override
    public Page newEnvironment(PageContext context) {
        return new WizardPage(context, clock);
    }

    @Override
    public Page change(PageContext context, EnvironmentKey environment) {
        return WizardPage.onRunning(context, clock, environment);
    }

    @Override
    public Page draft(PageContext context, String draftId) {
        return WizardPage.onDraft(context, clock, draftId);
    }

    @Override
    public Page deployments(PageContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page deploy(PageContext context, Review review) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page destroy(PageContext context, EnvironmentKey environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page deployment(PageContext context, EnvironmentKey environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page watch(PageContext context, DeployedEnvironment environment) {
        throw new UnsupportedOperationException();
    }
}
