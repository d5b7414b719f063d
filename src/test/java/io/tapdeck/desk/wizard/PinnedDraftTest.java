package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.Draft;
import java.util.Locale;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A draft is deployed in the account that it was edited for, and in no other unless its author says so. */
@ExtendWith({Headless.class, FxWatchdog.class})
class PinnedDraftTest {
    private static final String MAKE_IT_HERE = "Make it for 0000-0000-0000";
    private final WizardDesk wizard = new WizardDesk();

    private void open(Screen screen, Theme.Choice theme, @Nullable String account) {
        Draft draft = Draft.of(wizard.desk.aurora, wizard.desk.aurora.presets().getFirst())
                .withSuffix("qa7");
        wizard.desk.store.saveDraft("1", account, draft, Step.REVIEW.id());
        wizard.desk.deployments.reviewAs(wizard.changing("qa7"));
        wizard.open(screen, theme, "1");
    }

    private @Nullable String keptFor() {
        return wizard.desk.store.draft("1").orElseThrow().account();
    }

    private boolean asked() {
        return wizard.desk.deployments.calls().contains("review qa7");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void inAnotherAccountItSaysWhereItBelongsAndNoButtonLeadsToTheReview(Theme.Choice theme, Screen screen) {
        open(screen, theme, "482109375512");

        assertThat(screen.shows(
                        "It was edited for account 4821-0937-5512. The session sandbox is in account 0000-0000-0000."))
                .isTrue();
        Pictures.save(screen.scene(), "wizard-pinned-" + theme.name().toLowerCase(Locale.ROOT) + "-1000");
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        for (int step = Step.WHERE.number(); step <= Step.REVIEW.number(); step++) {
            wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        }
        assertThat(screen.shows("For account 4821-0937-5512; this session is in 0000-0000-0000."))
                .isTrue();
        assertThat(screen.shows("Continue to Review")).isFalse();
        assertThat(asked()).as("AWS is not asked for a change set").isFalse();
        wizard.leave();
        assertThat(keptFor()).as("looking at it does not move it").isEqualTo("482109375512");
    }

    @Test
    void itsAuthorCanMakeItForTheSessionsAccount(Screen screen) {
        open(screen, Theme.Choice.LIGHT, "482109375512");

        Screen.onFx(() -> screen.robot()
                .lookup((ButtonBase button) -> button.getText().equals(MAKE_IT_HERE))
                .queryAs(ButtonBase.class)
                .fire());

        assertThat(screen.shows("This draft is for another account")).isFalse();
        for (int step = Step.WHERE.number(); step < Step.REVIEW.number(); step++) {
            wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        }
        assertThat(asked()).isTrue();
        wizard.leave();
        assertThat(keptFor()).isEqualTo(TestDesk.ACCOUNT);
    }

    @Test
    void inItsAccountItGoesOnWhereItWasLeft(Screen screen) {
        open(screen, Theme.Choice.LIGHT, TestDesk.ACCOUNT);

        assertThat(asked()).isTrue();
        wizard.leave();
    }

    @Test
    void oneOfAnEarlierTapdeckBelongsToTheAccountInWhichItIsEditedNext(Screen screen) {
        open(screen, Theme.Choice.LIGHT, null);
        assertThat(asked()).isTrue();

        wizard.press(screen, KeyCode.ALT, KeyCode.LEFT);
        wizard.leave();

        assertThat(keptFor()).isEqualTo(TestDesk.ACCOUNT);
    }
}
