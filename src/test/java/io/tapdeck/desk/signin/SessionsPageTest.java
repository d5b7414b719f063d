package io.tapdeck.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FakeOpener;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.ShownDesk;
import io.tapdeck.desk.kit.SpokenPages;
import io.tapdeck.desk.kit.TestDesk;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way into AWS is listed with what it is and how it stands, and opens in a region of choice. */
@ExtendWith({Headless.class, FxWatchdog.class})
class SessionsPageTest {
    /** Far beyond this computer's time, by which tokens end. */
    private final Instant later = Instant.now().plus(Duration.ofHours(8));

    private final TestDesk desk = new TestDesk();
    private final FakeOpener opener = new FakeOpener(desk.clock).usual();

    private void open(Screen screen, Theme.Choice theme) {
        ShownDesk.open(screen, desk.withOpener(opener), theme, new SpokenPages());
        screen.press(KeyCode.ALT, KeyCode.DIGIT6);
        desk.background.settle();
    }

    private void choose(Screen screen, String name) {
        Screen.onFx(() -> screen.find(".td-filter .text-field").requestFocus());
        Screen.onFx(() -> ((javafx.scene.control.TextField) screen.find(".td-filter .text-field")).setText(name));
        screen.press(KeyCode.ENTER);
        desk.background.settle();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyProfileSaysWhatItIsAndHowItStands(Theme.Choice theme, Screen screen) {
        open(screen, theme);
        for (String words : new String[] {
            "Built in",
            "always signed in",
            "IAM Identity Center, acme",
            "4821-0937-5512, Administrator",
            "signed out",
            "Profiles in ~/.aws/config",
            "access key AKIA…7QXM, us-east-1",
            "no expiry",
            "role in 6604-1187-5023, by acme-prod",
            "needs acme-prod",
            "cannot be used"
        }) {
            assertThat(screen.shows(words)).as(words).isTrue();
        }
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
        assertThat(opener.asked).as("nobody asks AWS by itself").isEmpty();
        Pictures.save(screen.scene(), "sessions-" + theme.key() + "-1000");
    }

    @Test
    void aSignInByTheAwsCliShowsWithinSeconds(Screen screen) {
        open(screen, Theme.Choice.DARK);
        assertThat(screen.shows("signed out")).isTrue();
        opener.signedInUntil(later);
        desk.background.advance(SessionsModel.PACE);
        assertThat(screen.shows("signed out")).isFalse();
        assertThat(screen.shows("signed in")).isTrue();
    }

    @Test
    void anExpiredSignInSaysSinceWhen(Screen screen) {
        opener.signedInUntil(Instant.now().minus(Duration.ofMinutes(4)));
        open(screen, Theme.Choice.DARK);
        assertThat(screen.shows("expired")).isTrue();
        assertThat(screen.shows("4 min ago")).isTrue();
    }

    @Test
    void aSessionOpensWithTheKeyboardAlone(Screen screen) {
        open(screen, Theme.Choice.DARK);
        choose(screen, "legacy");
        screen.press(KeyCode.ENTER);
        desk.background.settle();
        assertThat(opener.asked).containsExactly("open legacy-ci in us-east-1");
        assertThat(screen.shows("1190-6628-3347 · us-east-1")).isTrue();
    }

    @Test
    void aFilterThatNothingMatchesSaysSo(Screen screen) {
        open(screen, Theme.Choice.DARK);
        screen.type("/");
        screen.type("nowhere");
        assertThat(screen.shows("No session matches. Esc clears the filter.")).isTrue();
    }

    @Test
    void whoItIsIsAskedOnDemandOnly(Screen screen) {
        open(screen, Theme.Choice.DARK);
        choose(screen, "legacy");
        assertThat(opener.asked).isEmpty();
        screen.press(KeyCode.W);
        desk.background.settle();
        assertThat(opener.asked).containsExactly("who is legacy-ci");
        assertThat(screen.shows("assumed-role/Administrator/ops in account 1190-6628-3347"))
                .isTrue();
    }

    @Test
    void brokenFilesAreToldInWords(Screen screen) {
        opener.profiles.clear();
        opener.trouble = "The AWS files cannot be read: line 4. Mend the line that it names.";
        open(screen, Theme.Choice.DARK);
        assertThat(screen.shows("Mend the line that it names.")).isTrue();
        assertThat(screen.shows("always signed in")).isTrue();
    }

    @Test
    void whatWasOpenIsOpenedAgainAndWhatIsMissedHidesNothing(Screen screen) {
        desk.store.setPreference(
                KeptSessions.PREFERENCE, "read-only\tus-east-1\tprofile\tlegacy-ci\n-\teu-west-1\tprofile\tacme-prod");
        open(screen, Theme.Choice.DARK);
        assertThat(opener.asked)
                .containsExactly("open legacy-ci in us-east-1 read-only", "open acme-prod in eu-west-1");
        assertThat(screen.shows("open, read-only")).isTrue();
        assertThat(desk.store.preference(KeptSessions.PREFERENCE))
                .as("what is missed is tried again at the next start")
                .hasValueSatisfying(kept -> assertThat(KeptSessions.of(kept)).hasSize(3));
    }
}
