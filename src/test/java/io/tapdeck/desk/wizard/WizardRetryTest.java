package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.ParcelService;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Validation;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A change that AWS has rolled back is not typed anew. */
@ExtendWith({Headless.class, FxWatchdog.class})
class WizardRetryTest {
    private final WizardDesk wizard = new WizardDesk();

    @Test
    void whatAFailedChangeWantedStandsInTheFormAgain(Screen screen) {
        ParcelService parcels = new ParcelService();
        wizard.desk.withBlueprints(parcels);
        Draft draft = Draft.of(parcels, parcels.presets().getFirst()).withSuffix("qa7");
        EnvironmentDefinition running = ((Validation.Valid) Validation.of(parcels, draft)).definition();
        wizard.desk.deployments.reviewAs(wizard.changing("qa7"));
        wizard.change(screen, Theme.Choice.LIGHT, running);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        wizard.focus(screen, "Threshold of Oldest parcel");
        wizard.retype(screen, "900");
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(wizard.sentTo).containsExactly("deploy qa7");
        wizard.leave();

        wizard.retry(screen, Theme.Choice.LIGHT, running);

        assertThat(screen.shows("1 change, lost when you leave")).isTrue();
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(((TextField) wizard.named(screen, "Threshold of Oldest parcel")).getText())
                .isEqualTo("900");
        wizard.leave();
    }
}
