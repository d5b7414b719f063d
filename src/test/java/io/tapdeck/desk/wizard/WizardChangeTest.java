package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.ParcelService;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.Validation;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A running environment is changed: what is fixed, what a change costs, and the way back. */
@ExtendWith({Headless.class, FxWatchdog.class})
class WizardChangeTest {
    private final ParcelService parcels = new ParcelService();
    private final WizardDesk wizard = new WizardDesk();

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everySettingSaysWhatChangingItCosts(Theme.Choice theme, Screen screen) {
        open(screen, theme);

        assertThat(screen.shows("qa7")).isTrue();
        assertThat(screen.shows("town")).isTrue();
        assertThat(screen.shows("changes in place")).isTrue();
        assertThat(screen.shows("replaces resources, no data is lost")).isTrue();
        assertThat(screen.shows("replaces resources: their data is lost")).isTrue();
        assertThat(wizard.named(screen, "Network"))
                .as("fixed after creation, so text")
                .isInstanceOf(Label.class);
        check(screen, theme, "change-nothing");
        wizard.leave();
    }

    @Test
    void onlyTheStepsThatCanBeChangedAreThere(Screen screen) {
        open(screen, Theme.Choice.LIGHT);

        assertThat(Labels.visible(screen.scene().getRoot()).stream()
                        .map(Labels.Shown::text)
                        .toList())
                .contains("Name and size", "Alarms", "Review", "Deploy")
                .doesNotContain("Where", "What");
        assertThat(button(screen, "Back")).isEmpty();
        wizard.leave();
    }

    @Test
    void whileNothingIsChangedThereIsNothingToReview(Screen screen) {
        open(screen, Theme.Choice.LIGHT);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(screen.shows("Nothing is changed yet.")).isTrue();
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(wizard.desk.deployments.calls()).isEmpty();

        wizard.focus(screen, "Threshold of Oldest parcel");
        wizard.retype(screen, "900");
        assertThat(screen.shows("Nothing is changed yet.")).isFalse();
        wizard.desk.deployments.reviewAs(wizard.dangerous("qa7"));
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(wizard.desk.deployments.calls()).containsExactly("review qa7");
        wizard.leave();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aChangeIsMarkedAndTakenBack(Theme.Choice theme, Screen screen) {
        open(screen, theme);
        wizard.focus(screen, "Table name");
        wizard.retype(screen, "crates");
        wizard.focus(screen, "Heaviest parcel in kg");
        wizard.retype(screen, "40");
        Screen.onFx(((RadioButton) wizard.named(screen, "Protected, for prod-like names"))::fire);
        wizard.desk.background.settle();
        assertThat(screen.shows("Table name  parcels  →  crates")).isTrue();
        assertThat(screen.shows("Heaviest parcel  20 kg  →  40 kg")).isTrue();
        assertThat(screen.shows("Protection level  Disposable  →  Protected")).isTrue();
        assertThat(screen.shows("3 changes, lost when you leave")).isTrue();
        check(screen, theme, "change-marked");

        Screen.onFx(((Button) wizard.named(screen, "Undo the change of Table name"))::fire);
        wizard.desk.background.settle();

        assertThat(screen.shows("parcels  →  crates")).isFalse();
        assertThat(screen.shows("2 changes, lost when you leave")).isTrue();
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        wizard.focus(screen, "Threshold of Oldest parcel");
        wizard.retype(screen, "900");
        wizard.focus(screen, "Who is told: add an e-mail address");
        wizard.type(screen, "ops@acme.example ");
        assertThat(screen.shows("Oldest parcel  600 s  →  900 s")).isTrue();
        assertThat(screen.shows("Who is told  none  →  ops@acme.example")).isTrue();
        check(screen, theme, "change-alarms");
        Screen.onFx(((Button) wizard.named(screen, "Undo the change of Oldest parcel"))::fire);
        wizard.desk.background.settle();
        assertThat(screen.shows("600 s  →  900 s")).isFalse();
        wizard.leave();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void protectionIsTakenOffWithTheTypedSuffixOnly(Theme.Choice theme, Screen screen) {
        wizard.desk.withBlueprints(parcels);
        Draft draft = Draft.of(parcels, parcels.presets().getFirst())
                .withSuffix("qa7")
                .withSetting(Protection.KEY, Protection.PROTECTED);
        wizard.change(screen, theme, ((Validation.Valid) Validation.of(parcels, draft)).definition());
        Screen.onFx(((RadioButton) wizard.named(screen, "Disposable, for tests"))::fire);
        wizard.desk.background.settle();
        wizard.desk.deployments.reviewAs(wizard.unprotecting("qa7", parcels.setting(Protection.KEY)));
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(screen.shows("Confirm the end of protection")).isTrue();
        assertThat(screen.shows("You changed")).isTrue();
        assertThat(screen.shows("Protected  →  Disposable")).isTrue();
        assertThat(screen.shows("Waits for the typed suffix")).isTrue();
        check(screen, theme, "change-unprotect");
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(wizard.sentTo).isEmpty();

        wizard.focus(screen, "Type the suffix qa7");
        wizard.type(screen, "qa7");
        wizard.press(screen, KeyCode.TAB);
        wizard.press(screen, KeyCode.SPACE);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(wizard.sentTo).containsExactly("deploy qa7");
        wizard.leave();
    }

    @Test
    void whatASettingDeletesIsAllowedWithTheTypedSuffixOnly(Screen screen) {
        open(screen, Theme.Choice.LIGHT);
        wizard.focus(screen, "Table name");
        wizard.retype(screen, "crates");
        wizard.desk.deployments.reviewAs(wizard.forgetting("qa7"));
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(screen.shows("Type the suffix qa7 to allow this: Parcels older than 1 day are lost."))
                .isTrue();
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(wizard.sentTo).isEmpty();

        wizard.focus(screen, "Type the suffix qa7");
        wizard.type(screen, "qa7");
        wizard.press(screen, KeyCode.TAB);
        wizard.press(screen, KeyCode.SPACE);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(wizard.sentTo).containsExactly("deploy qa7");
        wizard.leave();
    }

    @Test
    void aChangeIsNoDraft(Screen screen) {
        open(screen, Theme.Choice.LIGHT);
        wizard.focus(screen, "Table name");
        wizard.retype(screen, "crates");
        wizard.leave();

        assertThat(wizard.desk.store.drafts()).isEmpty();
    }

    @Test
    void anEnvironmentWithoutADefinitionCannotBeChanged(Screen screen) {
        wizard.desk.withBlueprints(parcels);
        wizard.changeUnknown(screen, Theme.Choice.LIGHT, parcels.id());

        assertThat(screen.shows("The environment cannot be changed here")).isTrue();
        assertThat(screen.shows("Its stack holds no definition that this Tapdeck knows."))
                .isTrue();
        wizard.leave();
    }

    private void open(Screen screen, Theme.Choice theme) {
        wizard.desk.withBlueprints(parcels);
        Draft draft = Draft.of(parcels, parcels.presets().getFirst()).withSuffix("qa7");
        EnvironmentDefinition running = ((Validation.Valid) Validation.of(parcels, draft)).definition();
        wizard.change(screen, theme, running);
    }

    private static java.util.Optional<Button> button(Screen screen, String words) {
        return screen.robot()
                .lookup((Button button) -> words.equals(button.getText()) && button.isVisible())
                .tryQuery();
    }

    private static void check(Screen screen, Theme.Choice theme, String name) {
        Pictures.save(screen.scene(), "wizard-" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-1000");
        assertThat(Labels.truncated(screen.scene().getRoot())).as(name).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).as(name).isEmpty();
    }
}
