package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.Desk;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
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
                () -> new Desk(
                                new OpenSessions(wizard.desk.services()),
                                wizard.desk.background,
                                new Theme(theme),
                                new WizardPages(wizard.desk.clock))
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
}
