package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.ParcelService;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.Setting;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The wizard shows what a blueprint describes, and knows none by name. */
@ExtendWith({Headless.class, FxWatchdog.class})
class AnyBlueprintTest {
    private final ParcelService parcels = new ParcelService();
    private final WizardDesk wizard = new WizardDesk();

    @Test
    void everySettingHasItsControl(Screen screen) {
        openParcels(screen);
        wizard.goTo(screen, Step.SIZE);

        for (Setting setting : parcels.settings()) {
            if (!setting.key().equals("protection")) {
                assertThat(wizard.named(screen, SettingWords.name(setting)))
                        .as(setting.key())
                        .isNotNull();
            }
        }
        assertThat(wizard.named(screen, "Visibility timeout in s")).isInstanceOf(TextField.class);
        assertThat(wizard.named(screen, "Parcels kept in days")).isInstanceOf(ComboBox.class);
        assertThat(((TextField) wizard.named(screen, "Network")).getPromptText())
                .isEqualTo("no network of its own");
        assertThat(screen.shows("up to 20 kg")).as("facts of the range").isTrue();
        wizard.leave();
    }

    @Test
    void theFieldWithTheFocusSaysItsRange(Screen screen) {
        openParcels(screen);
        wizard.goTo(screen, Step.SIZE);

        wizard.focus(screen, "Visibility timeout in s");
        assertThat(screen.shows("Visibility timeout: Visibility timeout of the service. 1 to 43,200\u00a0s."))
                .isTrue();
        wizard.focus(screen, "Network");
        assertThat(screen.shows("Network: The depot's addresses. /16 to /24.")).isTrue();
        wizard.leave();
    }

    @Test
    void aWrongSettingSaysWhy(Screen screen) {
        openParcels(screen);
        wizard.goTo(screen, Step.SIZE);
        wizard.focus(screen, "Table name");
        wizard.retype(screen, "Parcels");

        assertThat(screen.shows("A table name is lower-case letters.")).isTrue();
        assertThat(screen.shows("1 field to mend")).isTrue();
        wizard.leave();
    }

    @Test
    void anAlarmThatIsNotPossibleSaysWhyAndHowItIs(Screen screen) {
        openParcels(screen);
        wizard.goTo(screen, Step.ALARMS);
        assertThat(screen.shows("Not in the template while “Table metrics” is off."))
                .isTrue();
        assertThat(wizard.named(screen, "Threshold of Throttles").isDisabled()).isTrue();

        Screen.onFx(screen.robot()
                .lookup((Button button) -> "Switch table metrics on".equals(button.getText()))
                .queryButton()::fire);
        wizard.desk.background.settle();

        assertThat(screen.shows("Not in the template while")).isFalse();
        assertThat(wizard.named(screen, "Threshold of Throttles").isDisabled()).isFalse();
        wizard.leave();
    }

    @Test
    void anotherBlueprintBringsItsOwnFieldsAndAlarms(Screen screen) {
        wizard.desk.withBlueprints(wizard.desk.aurora, parcels);
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.ALARMS);
        assertThat(screen.shows("ACU utilization")).isTrue();
        wizard.press(screen, KeyCode.ALT, KeyCode.LEFT);
        wizard.press(screen, KeyCode.ALT, KeyCode.LEFT);
        wizard.focus(screen, "Parcel service, parcel-service");
        Screen.onFx(((RadioButton) wizard.named(screen, "Parcel service, parcel-service"))::fire);
        wizard.desk.background.settle();
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(screen.shows("parcel-service · town")).isTrue();
        assertThat(screen.shows("Heaviest parcel")).isFalse();
        Node weight = wizard.named(screen, "Heaviest parcel in kg");
        assertThat(weight).isInstanceOf(TextField.class);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(screen.shows("Oldest parcel")).isTrue();
        assertThat(screen.shows("ACU utilization")).isFalse();

        // Taken back, the fields of the other blueprint are there again.
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(screen.shows("ACU utilization")).isTrue();
        wizard.leave();
    }

    private void openParcels(Screen screen) {
        wizard.desk.withBlueprints(parcels);
        wizard.desk.store.saveDraft(
                "parcel", TestDesk.ACCOUNT, Draft.of(parcels, parcels.presets().getFirst()), "where");
        wizard.open(screen, Theme.Choice.LIGHT, "parcel");
    }
}
