package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.thirdblueprint.NoteBoard;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.Draft;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The wizard of a blueprint that the desk has never heard of. */
@ExtendWith({Headless.class, FxWatchdog.class})
class ThirdBlueprintWizardTest {
    private final NoteBoard noteBoard = new NoteBoard();
    private final WizardDesk wizard = new WizardDesk();

    @Test
    void showsItsSettingsItsProtectionAndItsAlarms(Screen screen) {
        wizard.desk.withBlueprints(noteBoard);
        wizard.desk.store.saveDraft(
                "notes",
                TestDesk.ACCOUNT,
                Draft.of(noteBoard, noteBoard.presets().getFirst()),
                "where");
        wizard.open(screen, Theme.Choice.LIGHT, "notes");

        wizard.goTo(screen, Step.SIZE);
        assertThat(wizard.named(screen, "Notes kept in days")).isNotNull();
        assertThat(screen.shows("Destroy deletes every note.")).isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(screen.shows("Note size")).isTrue();
        wizard.leave();
    }
}
