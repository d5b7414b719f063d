package io.tapdeck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.SessionChip;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.ShownDesk;
import io.tapdeck.desk.kit.SpokenPages;
import io.tapdeck.desk.kit.TestDesk;
import java.time.Duration;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shell: where keys lead, what is always visible, what floats. */
@ExtendWith({Headless.class, FxWatchdog.class})
class DeskTest {

    private static ShownDesk open(Screen screen, TestDesk engines) {
        return ShownDesk.open(screen, engines, Theme.Choice.LIGHT, new SpokenPages());
    }

    @Test
    void altAndADigitLeadToThePlacesOfTheRail(Screen screen) {
        TestDesk engines = new TestDesk();
        open(screen, engines);
        screen.press(KeyCode.ALT, KeyCode.DIGIT2);
        assertThat(screen.shows("deployments")).isTrue();
        screen.press(KeyCode.ALT, KeyCode.DIGIT3);
        engines.background.settle();
        assertThat(screen.shows("0 in alarm")).isTrue();
        screen.press(KeyCode.ALT, KeyCode.DIGIT4);
        assertThat(screen.shows("Drafts are kept on this computer")).isTrue();
        screen.press(KeyCode.ALT, KeyCode.DIGIT7);
        assertThat(screen.shows("Appearance")).isTrue();
        screen.press(KeyCode.ALT, KeyCode.DIGIT1);
        assertThat(screen.shows("No environments yet")).isTrue();
    }

    @Test
    void altLeftAndEscapeLeadBackTheWayOneCame(Screen screen) {
        open(screen, new TestDesk());
        screen.press(KeyCode.ALT, KeyCode.DIGIT4);
        screen.press(KeyCode.N);
        assertThat(screen.shows("new environment")).isTrue();
        screen.press(KeyCode.ALT, KeyCode.LEFT);
        assertThat(screen.shows("Drafts are kept on this computer")).isTrue();
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.shows("No environments yet")).isTrue();
    }

    @Test
    void aQuestionMarkShowsAllKeysAndEscapeClosesThem(Screen screen) {
        ShownDesk desk = open(screen, new TestDesk().populated());
        screen.type("?");
        assertThat(screen.shows("All keys")).isTrue();
        assertThat(screen.shows("Everywhere")).isTrue();
        assertThat(Labels.truncated(desk.scene().getRoot())).isEmpty();
        Pictures.save(desk.scene(), "00-keys-light-1000");
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.shows("All keys")).isFalse();
        assertThat(screen.shows("Needs attention"))
                .as("the page below is still there")
                .isTrue();
    }

    @Test
    void lettersBelongToWhoeverTypes(Screen screen) {
        open(screen, new TestDesk().populated());
        screen.type("/");
        screen.press(KeyCode.N);
        assertThat(((TextField) screen.find(".td-filter .text-field")).getText())
                .isEqualTo("n");
        assertThat(screen.shows("new environment")).isFalse();
    }

    @Test
    void theTabKeyStaysInsideACard(Screen screen) {
        ShownDesk desk = open(screen, new TestDesk().populated());
        screen.type("?");
        for (int i = 0; i < 5; i++) {
            screen.press(KeyCode.TAB);
            assertThat(desk.scene().getFocusOwner().getAccessibleText()
                            + desk.scene().getFocusOwner())
                    .contains("Close");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void accountAndRegionAreAlwaysVisible(Theme.Choice theme, Screen screen) {
        ShownDesk.open(screen, new TestDesk().asAccount(), theme, new SpokenPages());
        for (KeyCode place : new KeyCode[] {
            KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6
        }) {
            screen.press(KeyCode.ALT, place);
            assertThat(screen.shows("4821-0937-5512 · eu-west-1 · Administrator"))
                    .isTrue();
        }
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(screen.scene().getRoot().lookupAll(".td-sandbox-strip"))
                .as("violet means sandbox")
                .isEmpty();
    }

    @Test
    void theSandboxHasItsStripAndItsChip(Screen screen) {
        open(screen, new TestDesk());
        assertThat(screen.scene().getRoot().lookupAll(".td-sandbox-strip")).hasSize(1);
        assertThat(((SessionChip) screen.find(".td-chip")).getAccessibleText())
                .isEqualTo("Session sandbox, account 0000-0000-0000, region us-east-1");
    }

    @Test
    void theBadgeCountsWhatRuns(Screen screen) {
        TestDesk engines = new TestDesk();
        open(screen, engines);
        assertThat(screen.find(".td-badge").isVisible()).isFalse();
        engines.environment("qa7", "CREATE_IN_PROGRESS", Duration.ofMinutes(2));
        engines.background.advance(Duration.ofSeconds(61));
        assertThat(screen.find(".td-badge").isVisible()).isTrue();
        assertThat(screen.shows("Follow")).isTrue();
    }

    @Test
    void aNoticeStandsUntilItIsDismissedAndIsSaidOnce(Screen screen) {
        String sentence =
                "The local database was damaged. It was set aside as tapdeck.db.damaged, and a new one begun.";
        open(screen, new TestDesk().withNotices(sentence, sentence));
        assertThat(Labels.visible(screen.scene().getRoot()).stream()
                        .filter(label -> label.text().equals(sentence)))
                .hasSize(1);
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        screen.click(".td-notice .button");
        assertThat(screen.shows(sentence)).isFalse();
    }

    @Test
    void anEnvironmentIsComparedWithAnotherByKeyboard(Screen screen) {
        ShownDesk desk = open(screen, new TestDesk().populated());
        screen.press(KeyCode.C);
        assertThat(screen.shows("Compare prod1 with")).isTrue();
        assertThat(Labels.truncated(desk.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(desk.scene().getRoot())).isEmpty();
        Pictures.save(desk.scene(), "16-compare-with-light-1000");
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.shows("Compare prod1 with")).isFalse();
        screen.press(KeyCode.C);
        screen.type("dev");
        screen.press(KeyCode.DOWN);
        screen.press(KeyCode.ENTER);
        assertThat(screen.shows("compare prod1 dev-ml")).isTrue();
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.shows("Needs attention")).as("the way back").isTrue();
    }

    @Test
    void anEnvironmentThatIsAloneHasNothingToBeComparedWith(Screen screen) {
        TestDesk engines = new TestDesk();
        engines.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        open(screen, engines);
        screen.press(KeyCode.C);
        assertThat(screen.shows("There is no other environment to compare it with."))
                .isTrue();
    }

    @Test
    void missingFontsDoNotKeepTheDeskFromOpening() {
        assertThat(io.tapdeck.desk.common.FontsProbe.load("no-such-font.ttf"))
                .singleElement()
                .asString()
                .contains("1 of 1 fonts cannot be read");
    }

    @Test
    void theKitSeesACutText(Screen screen) {
        screen.show(Theme.Choice.LIGHT, () -> {
            var label = Texts.text("a sentence that is longer than its room");
            label.setMinWidth(0);
            label.setMaxWidth(60);
            return new VBox(label);
        });
        assertThat(Labels.truncated(screen.scene().getRoot())).hasSize(1);
    }

    @Test
    void theKitSeesAControlWithoutAName(Screen screen) {
        screen.show(Theme.Choice.LIGHT, () -> new VBox(new javafx.scene.control.TextField()));
        assertThat(Labels.nameless(screen.scene().getRoot())).hasSize(1);
    }
}
