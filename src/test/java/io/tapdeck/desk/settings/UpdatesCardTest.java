package io.tapdeck.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Switch;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.ShownDesk;
import io.tapdeck.desk.kit.SpokenPages;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.release.ReleaseServer;
import io.tapdeck.release.Updates;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Looking for a newer Tapdeck: off at first, set by the keyboard, told when the desk opens. */
@ExtendWith({Headless.class, FxWatchdog.class})
class UpdatesCardTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final TestDesk engines = new TestDesk();
    private final Updates updates = engines.services().product().updates();

    @Test
    void withoutAnAddressItStaysOffAndSaysWhatIsMissing(Screen screen) {
        open(screen);
        focus(screen, "Look for a newer Tapdeck");
        screen.press(KeyCode.SPACE);
        engines.background.settle();

        assertThat(screen.shows("No address and key of releases are set. They come from whoever gives you Tapdeck."))
                .isTrue();
        Switch automatic = (Switch) control(screen, "Look for a newer Tapdeck");
        assertThat(Screen.call(automatic::isSelected)).isFalse();
        assertThat(updates.choice().automatic()).isFalse();
    }

    @Test
    void byTheKeyboardASourceIsSetLookedAtAndSwitchedOn(Screen screen) throws Exception {
        try (ReleaseServer server = new ReleaseServer()) {
            server.tells("0.2.0", now(), now().plus(WEEK));
            open(screen);
            type(screen, "Address of releases", server.address());
            type(screen, "Key of releases", server.key());
            screen.press(KeyCode.TAB);
            screen.press(KeyCode.SPACE);
            engines.background.settle();
            assertThat(screen.shows("Tapdeck 0.2.0 is there: https://tapdeck.example/0.2.0. This is 0.1.0."))
                    .isTrue();

            focus(screen, "Look for a newer Tapdeck");
            screen.press(KeyCode.SPACE);
            engines.background.settle();
            assertThat(updates.choice()).isEqualTo(new Updates.Choice(true, server.address(), server.key()));
        }
    }

    @Test
    void aNewerTapdeckIsToldWhenTheDeskOpens(Screen screen) throws Exception {
        try (ReleaseServer server = new ReleaseServer()) {
            server.tells("0.2.0", now(), now().plus(WEEK));
            updates.choose(new Updates.Choice(true, server.address(), server.key()));
            ShownDesk.open(screen, engines, Theme.Choice.LIGHT, new SpokenPages());
            assertThat(screen.shows("Tapdeck 0.2.0 is there: https://tapdeck.example/0.2.0. This is 0.1.0."))
                    .isTrue();
        }
    }

    @Test
    void whatCannotBeFoundOutIsSaidToo(Screen screen) throws Exception {
        try (ReleaseServer server = new ReleaseServer();
                ReleaseServer other = new ReleaseServer()) {
            server.tells("0.2.0", now(), now().plus(WEEK));
            updates.choose(new Updates.Choice(true, server.address(), other.key()));
            ShownDesk.open(screen, engines, Theme.Choice.LIGHT, new SpokenPages());
            assertThat(screen.shows("It is not known whether a newer Tapdeck is there. What the address answers is not"
                            + " signed with the key that is set. Nothing in it was believed."))
                    .isTrue();
        }
    }

    @Test
    void theSettingsNameWhatThisTapdeckIsMadeOf(Screen screen) {
        open(screen);
        assertThat(screen.shows("84ea7058ebcb095941b27e54f7b77b30cd3ef64a")).isTrue();
        assertThat(screen.shows("25.0.3+9-LTS (Eclipse Adoptium)")).isTrue();
    }

    private Instant now() {
        return engines.clock.instant();
    }

    private void open(Screen screen) {
        ShownDesk.open(screen, engines, Theme.Choice.LIGHT, new SpokenPages());
        screen.press(KeyCode.ALT, KeyCode.DIGIT7);
        engines.background.settle();
    }

    private static Node control(Screen screen, String name) {
        return screen.robot()
                .lookup((Node candidate) -> name.equals(candidate.getAccessibleText()))
                .query();
    }

    private static void focus(Screen screen, String name) {
        Screen.onFx(() -> control(screen, name).requestFocus());
    }

    private void type(Screen screen, String name, String words) {
        Screen.onFx(() -> {
            TextField field = (TextField) control(screen, name);
            field.requestFocus();
            field.setText(words);
        });
    }
}
