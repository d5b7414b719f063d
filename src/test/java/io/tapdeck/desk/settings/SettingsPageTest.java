package io.tapdeck.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.ShownDesk;
import io.tapdeck.desk.kit.SpokenPages;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.TargetSettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The theme is chosen, seen at once, and remembered. */
@ExtendWith({Headless.class, FxWatchdog.class})
class SettingsPageTest {
    private final TestDesk engines = new TestDesk();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void looksRightInBothThemes(Theme.Choice theme, Screen screen) {
        ShownDesk.open(screen, engines.asAccount(), theme, new SpokenPages());
        screen.press(KeyCode.ALT, KeyCode.DIGIT7);
        engines.background.settle();
        Pictures.save(screen.scene(), "16-settings-" + theme.name().toLowerCase(Locale.ROOT) + "-1000");
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();

        screen.press(KeyCode.PAGE_DOWN);
        Pictures.save(screen.scene(), "16-settings-end-" + theme.name().toLowerCase(Locale.ROOT) + "-1000");
        assertThat(Screen.call(() -> screen.robot()
                        .lookup("Node.js")
                        .query()
                        .localToScene(0, 0)
                        .getY()))
                .as("the page's keys lead to its end")
                .isLessThan(Screen.MOST - 30.0);
    }

    @Test
    void aChosenThemeIsWornAtOnceAndKept(Screen screen) {
        ShownDesk.open(screen, engines, Theme.Choice.LIGHT, new SpokenPages());
        screen.press(KeyCode.ALT, KeyCode.DIGIT7);
        screen.robot().clickOn("Dark");
        engines.background.settle();
        assertThat(screen.scene().getStylesheets()).first().asString().endsWith("dark.css");
        assertThat(Theme.Choice.of(engines.store.preference(Theme.PREFERENCE))).isEqualTo(Theme.Choice.DARK);
    }

    @Test
    void aThemeThatCannotBeKeptIsWornAndSaid(Screen screen) {
        engines.store.breakDown("The data folder is read-only.");
        ShownDesk.open(screen, engines, Theme.Choice.LIGHT, new SpokenPages());
        screen.press(KeyCode.ALT, KeyCode.DIGIT7);
        screen.robot().clickOn("Dark");
        engines.background.settle();
        assertThat(screen.scene().getStylesheets()).first().asString().endsWith("dark.css");
        assertThat(screen.shows("It could not be saved: The data folder is read-only."))
                .isTrue();
    }

    @Test
    void aTeamsFileIsChosenReadAndTakenAway(Screen screen) {
        Path file = Path.of("team", "target.json");
        engines.targetSettings.write(
                file, new TargetSettings(new TreeMap<>(Map.of("cost-center", "4711")), null, null));
        ShownDesk.open(screen, engines, Theme.Choice.LIGHT, new SpokenPages());
        screen.press(KeyCode.ALT, KeyCode.DIGIT7);
        engines.background.settle();
        assertThat(screen.shows("Nothing: no tags, no service role, no permissions boundary."))
                .isTrue();

        type(screen, file.toString());
        assertThat(screen.shows("cost-center = 4711")).isTrue();
        assertThat(chosen()).contains(file);

        screen.robot().clickOn("Use none");
        engines.background.settle();
        assertThat(screen.shows("Nothing: no tags, no service role, no permissions boundary."))
                .isTrue();
        assertThat(chosen()).isEmpty();
    }

    @Test
    void aFileThatCannotBeUsedSaysWhyAndChangesNothing(Screen screen) {
        ShownDesk.open(screen, engines, Theme.Choice.LIGHT, new SpokenPages());
        screen.press(KeyCode.ALT, KeyCode.DIGIT7);
        engines.background.settle();

        type(screen, "nowhere.json");

        assertThat(screen.shows("nowhere.json is not there.")).isTrue();
        assertThat(chosen()).isEmpty();
    }

    private Optional<Path> chosen() {
        return engines.targetSettings.file(TestDesk.ACCOUNT);
    }

    private void type(Screen screen, String path) {
        Screen.onFx(() -> {
            TextField field = screen.robot()
                    .lookup((TextField candidate) -> "File of target settings".equals(candidate.getAccessibleText()))
                    .query();
            field.requestFocus();
            field.setText(path);
        });
        screen.press(KeyCode.ENTER);
        engines.background.settle();
    }

    @Test
    void anUnknownPreferenceFollowsTheSystem() {
        assertThat(Theme.Choice.of(Optional.of("sepia"))).isEqualTo(Theme.Choice.SYSTEM);
        assertThat(Theme.Choice.of(Optional.empty())).isEqualTo(Theme.Choice.SYSTEM);
    }
}
