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
import io.tapdeck.store.AccountColor;
import io.tapdeck.store.AccountMark;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The review says first which account it is about to change. */
@ExtendWith({Headless.class, FxWatchdog.class})
class ReviewHeadTest {
    private final WizardDesk wizard = new WizardDesk();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void theAccountStandsInTheHeadByAliasColourAndId(Theme.Choice theme, Screen screen) {
        Draft draft = Draft.of(wizard.desk.aurora, wizard.desk.aurora.presets().getFirst())
                .withSuffix("qa7");
        wizard.desk.store.saveDraft("1", TestDesk.ACCOUNT, draft, Step.REVIEW.id());
        wizard.desk.deployments.reviewAs(wizard.changing("qa7"));
        Screen.onFx(() -> wizard.desk.accounts.mark(
                TestDesk.ACCOUNT, new AccountMark("billing-prod", AccountColor.YELLOW), words -> {}));

        wizard.open(screen, theme, "1");

        assertThat(screen.shows("You are about to change account")).isTrue();
        assertThat(screen.shows("billing-prod")).isTrue();
        assertThat(screen.shows("0000-0000-0000")).isTrue();
        assertThat(Screen.<Boolean>call(() -> screen.scene().lookup(".td-account-square.yellow") != null))
                .isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "review-account-" + theme.key() + "-1000");
        wizard.leave();
    }
}
