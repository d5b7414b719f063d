package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.store.Store;
import io.tapdeck.synth.SynthesisException;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The wizard as it is used, mostly by keyboard. */
@ExtendWith({Headless.class, FxWatchdog.class})
class WizardPageTest {
    private final WizardDesk wizard = new WizardDesk();

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theKeyboardAloneMakesAnEnvironment(Theme.Choice theme, Screen screen) {
        wizard.desk.deployments.reviewAs(wizard.creation("qa7"));
        wizard.open(screen, theme);

        wizard.goTo(screen, Step.REVIEW);
        assertThat(screen.shows("The change set is not executed yet. AWS made it 20 s ago, and it costs nothing."))
                .isTrue();
        assertThat(screen.shows("37 of 37")).as("what is touched").isTrue();
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(wizard.sentTo).containsExactly("deploy qa7");
        assertThat(wizard.desk.deployments.calls()).containsExactly("review qa7");
        wizard.leave();
        assertThat(wizard.desk.store.drafts())
                .as("the draft has become an environment")
                .isEmpty();
    }

    @Test
    void aWrongSuffixSaysWhyAndOffersARightOne(Screen screen) {
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.SIZE);
        wizard.retype(screen, "qa-7_eu");

        assertThat(screen.shows("“_” is not allowed. Use lower-case letters, digits and hyphens, at most 19."))
                .isTrue();
        assertThat(screen.shows("1 field to mend")).isTrue();
        assertThat(button(screen, "Continue to Alarms").isDisabled()).isTrue();

        Screen.onFx(button(screen, "Use qa-7-eu")::fire);
        wizard.desk.background.settle();

        assertThat(text(screen, "Environment suffix")).isEqualTo("qa-7-eu");
        assertThat(screen.shows("is not allowed")).isFalse();
        assertThat(button(screen, "Continue to Alarms").isDisabled()).isFalse();
        wizard.leave();
    }

    @Test
    void typingGoesOnWhileAProblemComesAndGoes(Screen screen) {
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.SIZE);
        wizard.retype(screen, "qa--7");
        assertThat(screen.shows("Two hyphens in a row are not allowed.")).isTrue();
        wizard.press(screen, KeyCode.BACK_SPACE);
        wizard.press(screen, KeyCode.BACK_SPACE);
        wizard.type(screen, "9");

        assertThat(text(screen, "Environment suffix")).isEqualTo("qa-9");
        wizard.leave();
    }

    @Test
    void nothingIsBlamedBeforeAnythingWasTyped(Screen screen) {
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(screen.shows("Waits for the suffix")).isTrue();
        assertThat(screen.shows("Give a suffix")).isFalse();

        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(screen.shows("Give a suffix, such as dev or qa7.")).isTrue();
        wizard.leave();
    }

    @Test
    void f8LeadsFromErrorToErrorOverTheSteps(Screen screen) {
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.ALARMS);
        wizard.retype(screen, "nine");
        assertThat(screen.shows("The threshold is a number from 0.5 to 256 ACU."))
                .isTrue();
        wizard.press(screen, KeyCode.ALT, KeyCode.LEFT);
        wizard.focus(screen, "VPC range");
        wizard.retype(screen, "10.30.0.7/16");
        assertThat(screen.shows("10.30.0.7 is an address inside 10.30.0.0/16, not a network."))
                .isTrue();
        wizard.focus(screen, "Environment suffix");

        wizard.press(screen, KeyCode.F8);
        assertThat(focused(screen)).isEqualTo("VPC range");
        Screen.onFx(button(screen, "Use 10.30.0.0/16")::fire);
        wizard.desk.background.settle();
        wizard.press(screen, KeyCode.F8);

        assertThat(focused(screen)).isEqualTo("Threshold of ACU capacity");
        wizard.leave();
    }

    @Test
    void backKeepsTheInput(Screen screen) {
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.ALARMS);
        wizard.retype(screen, "1.8");
        wizard.press(screen, KeyCode.ALT, KeyCode.LEFT);
        assertThat(text(screen, "Environment suffix")).isEqualTo("qa7");
        wizard.press(screen, KeyCode.ALT, KeyCode.LEFT);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(text(screen, "Threshold of ACU capacity")).isEqualTo("1.8");
        wizard.leave();
    }

    @Test
    void aDraftGoesOnWhereItWasLeft(Screen screen) {
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.ALARMS);
        wizard.focus(screen, "Who is told: add an e-mail address");
        wizard.type(screen, "ops@acme.example dba@acme");
        wizard.desk.background.advance(Duration.ofSeconds(1));
        assertThat(screen.shows("Draft saved just now")).isTrue();
        wizard.desk.background.advance(Duration.ofSeconds(2));
        assertThat(screen.shows("Draft saved 2 s ago")).isTrue();
        wizard.leave();

        Store.SavedDraft saved = wizard.desk.store.drafts().getFirst();
        wizard.open(screen, Theme.Choice.DARK, saved.id());

        assertThat(screen.shows("ops@acme.example")).isTrue();
        assertThat(text(screen, "Who is told: add an e-mail address")).isEqualTo("dba@acme");
        assertThat(screen.shows("“dba@acme” lacks a domain ending, such as .com"))
                .isTrue();
        wizard.leave();
    }

    @Test
    void aDraftThatCannotBeSavedSaysSoAndIsNotLost(Screen screen) {
        wizard.desk.store.breakDown("The disk is read-only.");
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.SIZE);
        wizard.desk.background.advance(Duration.ofSeconds(1));

        assertThat(screen.shows("Draft not saved: The disk is read-only.")).isTrue();
        assertThat(text(screen, "Environment suffix")).isEqualTo("qa7");
        wizard.leave();
    }

    @Test
    void aDraftThatWasNeverTouchedIsNotKept(Screen screen) {
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.leave();

        assertThat(wizard.desk.store.drafts()).isEmpty();
    }

    @Test
    void withoutNodeTheWizardGoesOnAndSaysWhatToDo(Screen screen) {
        wizard.desk.synthesizer.fail(
                new SynthesisException("Node.js was not found.", "Install Node.js 20 or later, then try again."));
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.SIZE);
        assertThat(screen.shows("Node.js was not found.")).isTrue();
        assertThat(screen.shows("Install Node.js 20 or later, then try again.")).isTrue();
        assertThat(button(screen, "Continue to Alarms").isDisabled()).isFalse();

        wizard.desk.synthesizer.fail(null);
        Screen.onFx(button(screen, "Try again")::fire);
        wizard.desk.background.settle();

        assertThat(screen.shows("Node.js was not found.")).isFalse();
        assertThat(screen.shows("Alarms and topic")).isTrue();
        wizard.leave();
    }

    @Test
    void aFindingIsMendedByItsButton(Screen screen) {
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.SIZE);
        assertThat(screen.shows("Performance Insights below 2 ACU")).isTrue();

        Screen.onFx(button(screen, "Set the minimum to 2")::fire);
        wizard.desk.background.settle();

        assertThat(text(screen, "Minimum capacity in ACU")).isEqualTo("2");
        assertThat(screen.shows("Performance Insights below 2 ACU")).isFalse();
        wizard.leave();
    }

    @Test
    void controlZTakesOneChangeBack(Screen screen) {
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.SIZE);
        wizard.focus(screen, "Maximum capacity in ACU");
        wizard.retype(screen, "16");
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.Z);

        assertThat(text(screen, "Maximum capacity in ACU")).isEqualTo("2");
        assertThat(text(screen, "Environment suffix")).isEqualTo("qa7");
        wizard.leave();
    }

    @Test
    void losingDataTakesTheTypedSuffixAndATick(Screen screen) {
        wizard.desk.deployments.reviewAs(wizard.dangerous("qa7"));
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.REVIEW);
        assertThat(screen.shows("Waits for the typed suffix")).isTrue();
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(wizard.sentTo).isEmpty();

        wizard.focus(screen, "Type the suffix qa7");
        wizard.type(screen, "qa7");
        assertThat(screen.shows("Waits for the tick")).isTrue();
        wizard.press(screen, KeyCode.TAB);
        wizard.press(screen, KeyCode.SPACE);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(wizard.sentTo).containsExactly("deploy qa7");
        wizard.leave();
    }

    @Test
    void leavingTheReviewDeletesItsChangeSet(Screen screen) {
        wizard.desk.deployments.reviewAs(wizard.creation("qa7"));
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.REVIEW);
        wizard.press(screen, KeyCode.ALT, KeyCode.LEFT);
        assertThat(wizard.desk.deployments.calls()).containsExactly("review qa7", "discard qa7");

        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        wizard.leave();
        assertThat(wizard.desk.deployments.calls())
                .containsExactly("review qa7", "discard qa7", "review qa7", "discard qa7");
    }

    @Test
    void aRefusedChangeSetIsExplainedAndCanBeTriedAgain(Screen screen) {
        wizard.desk.deployments.reviewAs(wizard.creation("qa7"));
        wizard.desk.deployments.fail(
                new DeployException("The endpoint does not answer.", "Check that the sandbox runs, then try again."));
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.REVIEW);
        assertThat(screen.shows("The endpoint does not answer.")).isTrue();
        assertThat(screen.shows("Check that the sandbox runs, then try again.")).isTrue();
        assertThat(button(screen, "Deploy").isDisabled()).isTrue();

        wizard.desk.deployments.fail(null);
        Screen.onFx(button(screen, "Try again")::fire);
        wizard.desk.background.settle();

        assertThat(button(screen, "Deploy").isDisabled()).isFalse();
        wizard.leave();
    }

    @Test
    void whereNothingChangesNothingIsDeployed(Screen screen) {
        wizard.desk.deployments.reviewAs(wizard.nothing("qa7"));
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.REVIEW);

        assertThat(screen.shows("Nothing changes")).isTrue();
        assertThat(screen.shows("Nothing to deploy")).isTrue();
        assertThat(button(screen, "Deploy").isDisabled()).isTrue();
        wizard.leave();
    }

    @Test
    void theThumbsOfTheRangeFollowTheArrows(Screen screen) {
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.SIZE);
        Node thumb = screen.robot().lookup(".td-range-thumb").nth(1).query();
        Screen.onFx(thumb::requestFocus);
        wizard.press(screen, KeyCode.RIGHT);
        assertThat(text(screen, "Maximum capacity in ACU")).isEqualTo("2.5");
        wizard.press(screen, KeyCode.PAGE_UP);
        assertThat(text(screen, "Maximum capacity in ACU")).isEqualTo("4");
        assertThat(screen.shows("1 to 8 GiB")).isTrue();
        wizard.leave();
    }

    private static Button button(Screen screen, String words) {
        return screen.robot()
                .lookup((Button button) -> words.equals(button.getText())
                        && button.isVisible()
                        && !button.getStyleClass().contains("td-step"))
                .queryButton();
    }

    private String text(Screen screen, String name) {
        return ((TextField) wizard.named(screen, name)).getText();
    }

    private static String focused(Screen screen) {
        return String.valueOf(screen.scene().getFocusOwner().getAccessibleText());
    }
}
