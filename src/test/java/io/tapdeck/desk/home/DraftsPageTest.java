package io.tapdeck.desk.home;

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
import io.tapdeck.environment.Draft;
import java.time.Duration;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The drafts. */
@ExtendWith({Headless.class, FxWatchdog.class})
class DraftsPageTest {
    private final TestDesk engines = new TestDesk();

    private void open(Screen screen, Theme.Choice theme) {
        Draft draft = Draft.of(engines.aurora, engines.aurora.presets().getFirst());
        engines.store.saveDraft("1", TestDesk.ACCOUNT, draft.withSuffix("qa7"), "Alarms");
        engines.clock.advance(Duration.ofMinutes(5));
        engines.store.saveDraft("2", TestDesk.ACCOUNT, draft, "Name and size");
        engines.clock.advance(Duration.ofMinutes(12));
        ShownDesk.open(screen, engines, theme, new SpokenPages());
        screen.press(KeyCode.ALT, KeyCode.DIGIT4);
        engines.background.settle();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void areListedWithTheirStepAndAge(Theme.Choice theme, Screen screen) {
        open(screen, theme);
        assertThat(screen.shows("qa7")).isTrue();
        assertThat(screen.shows("at Alarms")).isTrue();
        assertThat(screen.shows("saved 17 min ago")).isTrue();
        assertThat(screen.shows("not named yet")).isTrue();
        Pictures.save(screen.scene(), "15-drafts-" + theme.name().toLowerCase(Locale.ROOT) + "-1000");
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
    }

    @Test
    void canBeContinuedByKeyboard(Screen screen) {
        open(screen, Theme.Choice.LIGHT);
        Screen.onFx(() -> screen.robot().lookup("Continue").queryButton().requestFocus());
        screen.press(KeyCode.ENTER);
        assertThat(screen.shows("draft 2")).isTrue();
    }

    @Test
    void canBeDeleted(Screen screen) {
        open(screen, Theme.Choice.LIGHT);
        screen.click(".td-draft .td-icon-button");
        engines.background.settle();
        assertThat(screen.shows("not named yet")).isFalse();
        assertThat(engines.store.draft("2")).isEmpty();
        assertThat(engines.store.draft("1")).isPresent();
    }

    @Test
    void aDiskThatCannotBeWrittenIsSaid(Screen screen) {
        open(screen, Theme.Choice.LIGHT);
        engines.store.breakDown("The data folder is read-only. Make it writable.");
        screen.click(".td-draft .td-icon-button");
        engines.background.settle();
        assertThat(screen.shows("The data folder is read-only. Make it writable."))
                .isTrue();
        assertThat(screen.shows("not named yet")).as("nothing is lost").isTrue();
    }
}
