package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.Desk;
import io.tapdeck.desk.Pages;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.environment.EnvironmentKey;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The wizard inside the desk's frame: its keys before the shell's, its draft kept when one leaves. */
@ExtendWith({Headless.class, FxWatchdog.class})
class WizardInDeskTest {
    private final WizardDesk wizard = new WizardDesk();

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void escapeKeepsTheDraftAndLeaves(Theme.Choice theme, Screen screen) {
        screen.show(
                theme,
                () -> new Desk(wizard.desk.services(), wizard.desk.background, new Theme(theme), new OnlyTheWizard())
                        .root());
        wizard.desk.background.settle();
        wizard.press(screen, KeyCode.N);
        wizard.goTo(screen, Step.SIZE);
        wizard.retype(screen, "qa-7_eu");
        Pictures.save(screen.scene(), "wizard-desk-" + theme.name().toLowerCase(Locale.ROOT) + "-1000");
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();

        wizard.press(screen, KeyCode.ALT, KeyCode.LEFT);
        assertThat(screen.shows("Blueprint")).as("one step back, not one page").isTrue();
        wizard.press(screen, KeyCode.ESCAPE);

        assertThat(screen.shows("Blueprint")).isFalse();
        assertThat(wizard.desk.store.drafts().getFirst().draft().suffix()).isEqualTo("qa-7_eu");
    }

    /** The other pages are not needed here. */
    private final class OnlyTheWizard implements Pages {
        @Override
        public Page newEnvironment(PageContext context) {
            return new WizardPage(context, wizard.desk.clock);
        }

        @Override
        public Page change(PageContext context, EnvironmentKey environment) {
            return WizardPage.onRunning(context, wizard.desk.clock, environment);
        }

        @Override
        public Page draft(PageContext context, String draftId) {
            return WizardPage.onDraft(context, wizard.desk.clock, draftId);
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
        public Page deployment(PageContext context, EnvironmentKey environment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page watch(PageContext context, DeployedEnvironment environment) {
            throw new UnsupportedOperationException();
        }
    }
}
