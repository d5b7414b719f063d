package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.synth.SynthesisException;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every step at 1000×1000, in both themes: nothing is cut, every control has a name; pictures beside the look. */
@ExtendWith({Headless.class, FxWatchdog.class})
class WizardPicturesTest {

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingIsCutInAnyStep(Theme.Choice theme, Screen screen) {
        WizardDesk wizard = new WizardDesk();
        wizard.desk.deployments.reviewAs(wizard.creation("qa-7-eu"));
        wizard.open(screen, theme);
        check(screen, theme, "where");
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        check(screen, theme, "what");
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        check(screen, theme, "size-empty");
        wizard.type(screen, "qa7");
        wizard.focus(screen, "Maximum capacity in ACU");
        wizard.retype(screen, "8");
        wizard.focus(screen, "Environment suffix");
        wizard.retype(screen, "qa-7_eu");
        check(screen, theme, "size-error");
        wizard.retype(screen, "qa-7-eu");
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        wizard.retype(screen, "6");
        wizard.focus(screen, "Who is told: add an e-mail address");
        wizard.type(screen, "ops@acme.example oncall-db@acme.example dba@acme");
        check(screen, theme, "alarms");
        wizard.retype(screen, "dba@acme.example");
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        check(screen, theme, "review-create");
        wizard.press(screen, KeyCode.ALT, KeyCode.LEFT);
        wizard.desk.deployments.reviewAs(wizard.dangerous("qa-7-eu"));
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        check(screen, theme, "review-loss");
        wizard.leave();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingIsCutInThePreview(Theme.Choice theme, Screen screen) {
        WizardDesk wizard = new WizardDesk();
        wizard.open(screen, theme);
        wizard.goTo(screen, Step.SIZE);
        wizard.focus(screen, "Maximum capacity in ACU");
        wizard.retype(screen, "8");
        check(screen, theme, "preview-changed");
        wizard.focus(screen, "Preview: Template");
        wizard.press(screen, KeyCode.SPACE);
        check(screen, theme, "preview-template");
        wizard.focus(screen, "Preview: Outputs");
        wizard.press(screen, KeyCode.SPACE);
        check(screen, theme, "preview-outputs");
        wizard.focus(screen, "Minimum capacity in ACU");
        wizard.retype(screen, "9");
        wizard.focus(screen, "VPC range");
        wizard.retype(screen, "10.30.0.7/16");
        check(screen, theme, "size-errors");
        wizard.retype(screen, "10.30.0.0/16");
        wizard.desk.synthesizer.fail(new SynthesisException(
                "Node.js was not found.", "Install Node.js 20 or later and start Tapdeck again."));
        wizard.focus(screen, "Minimum capacity in ACU");
        wizard.retype(screen, "1");
        check(screen, theme, "node-missing");
        wizard.leave();
    }

    private static void check(Screen screen, Theme.Choice theme, String name) {
        String words = theme.name().toLowerCase(Locale.ROOT);
        Pictures.save(screen.scene(), "wizard-" + name + "-" + words + "-1000");
        assertThat(Labels.truncated(screen.scene().getRoot())).as(name).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).as(name).isEmpty();
    }
}
