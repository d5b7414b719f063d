package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.kit.SpokenPages;
import io.tapdeck.environment.EnvironmentKey;
import java.time.InstantSource;

/** The wizard's pages; the others only say which they are. */
final class WizardPages extends SpokenPages {
    private final InstantSource clock;

    WizardPages(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Page newEnvironment(PageContext context) {
        return new WizardPage(context, clock);
    }

    @Override
    public Page change(PageContext context, EnvironmentKey environment) {
        return WizardPage.onRunning(context, clock, environment, new Attempts());
    }

    @Override
    public Page draft(PageContext context, String draftId) {
        return WizardPage.onDraft(context, clock, draftId);
    }
}
