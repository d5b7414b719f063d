package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.ParcelService;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.environment.Draft;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A stack that was deployed from a seed is taken over by an update, which is reviewed first. */
@ExtendWith({Headless.class, FxWatchdog.class})
class WizardAdoptTest {
    private static final String STACK = "TapStackqa7InfrastructureStackqa7ABCDEF01";

    private final WizardDesk wizard = new WizardDesk();

    @Test
    void whatItsTemplateSaysIsReviewedAtOnceUnderTheStacksOwnName(Screen screen) {
        ParcelService parcels = new ParcelService();
        wizard.desk.withBlueprints(parcels);
        wizard.desk.deployments.seeded(
                STACK, Draft.of(parcels, parcels.presets().getFirst()).withSuffix("qa7"));
        wizard.desk.deployments.reviewAs(wizard.forgetting("qa7"));

        wizard.adopt(screen, Theme.Choice.LIGHT, parcels.id(), STACK);

        assertThat(wizard.desk.deployments.calls()).containsExactly("review qa7 as " + STACK);
        assertThat(screen.shows("Review the change to qa7")).isTrue();
        assertThat(screen.shows("Roll back on alarm")).as("it is an update").isTrue();
        wizard.press(screen, KeyCode.ALT, KeyCode.LEFT);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(wizard.desk.deployments.calls())
                .as("though no setting was changed on the way")
                .containsExactly("review qa7 as " + STACK, "discard qa7", "review qa7 as " + STACK);
        wizard.leave();
    }

    @Test
    void aStackThatIsGoneMeanwhileIsNotTakenOver(Screen screen) {
        wizard.adopt(screen, Theme.Choice.LIGHT, wizard.desk.aurora.id(), STACK);

        assertThat(screen.shows(STACK + " is not there, or was taken over meanwhile."))
                .isTrue();
        assertThat(wizard.desk.deployments.calls()).isEmpty();
        wizard.leave();
    }
}
