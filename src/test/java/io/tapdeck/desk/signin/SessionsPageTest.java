package io.tapdeck.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.aws.profile.ProfileKind;
import io.tapdeck.desk.common.OpenSessions;
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
import java.util.List;
import javafx.scene.control.TextField;
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
        screen.type("/" + name);
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
    void aSignInThatRenewsItselfNeedsNobodyUntilIdentityCenterRefuses(Screen screen) {
        opener.signedInUntil(Instant.now().minus(Duration.ofMinutes(4)));
        opener.renewed = true;
        open(screen, Theme.Choice.DARK);
        assertThat(screen.shows("expired")).isFalse();
        assertThat(screen.shows("renews itself")).isTrue();
        choose(screen, "acme-prod");
        assertThat(screen.shows("Sign in to acme")).isFalse();

        // The opener refuses what its clock calls expired, as Identity Center does where the session was ended.
        opener.expiries.put(FakeOpener.ACME, Instant.EPOCH);
        screen.press(KeyCode.W);
        desk.background.settle();
        assertThat(screen.shows("expired")).isTrue();
        assertThat(screen.shows("Sign in to acme")).isTrue();
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
    void aProfileWithoutARegionBeginsInTheUsualProfiles(Screen screen) {
        opener.profile("plain", new ProfileKind.CredentialProcess(), null);
        opener.usualRegion = "eu-central-1";
        open(screen, Theme.Choice.DARK);
        choose(screen, "plain");
        screen.press(KeyCode.ENTER);
        desk.background.settle();
        assertThat(opener.asked).containsExactly("open plain in eu-central-1");
    }

    @Test
    void whereNothingNamesARegionItIsAskedForAndNeverGuessed(Screen screen) {
        opener.profile("plain", new ProfileKind.CredentialProcess(), null);
        open(screen, Theme.Choice.DARK);
        choose(screen, "plain");
        assertThat(screen.shows("The AWS files and variables name none for it."))
                .isTrue();
        screen.press(KeyCode.ENTER);
        screen.press(KeyCode.W);
        desk.background.settle();
        assertThat(opener.asked).isEmpty();
        assertThat(screen.shows("Choose a region, or write one like eu-west-1."))
                .isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "sessions-no-region-dark-1000");

        Screen.onFx(() -> field(screen, "Region").setText("eu-central-1"));
        screen.press(KeyCode.ENTER);
        desk.background.settle();
        assertThat(opener.asked).containsExactly("open plain in eu-central-1");
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

    @Test
    void anIdentityCenterOfTheFilesIsOfferedWithoutAProfile(Screen screen) {
        opener.centers.add(new SsoSession("harbour", "https://harbour.awsapps.com/start", "us-east-1", List.of()));
        open(screen, Theme.Choice.DARK);
        choose(screen, "harbour");
        assertThat(screen.shows("IAM Identity Center, harbour")).isTrue();
        assertThat(screen.shows("Sign in to harbour")).isTrue();
        assertThat(screen.shows("Remove from the list"))
                .as("it is the files' to name")
                .isFalse();
    }

    @Test
    void anIdentityCenterThatWasAddedStaysUntilItIsRemoved(Screen screen) {
        open(screen, Theme.Choice.DARK);
        screen.robot().clickOn("Add");
        Screen.onFx(() -> field(screen, "Name").setText("harbour"));
        Screen.onFx(() -> field(screen, "Start URL").setText("https://harbour.awsapps.com/start"));
        screen.robot().clickOn("Go on to sign-in");
        desk.background.settle();
        assertThat(screen.shows("Sign in to harbour")).isTrue();

        screen.press(KeyCode.ALT, KeyCode.DIGIT1);
        screen.press(KeyCode.ALT, KeyCode.DIGIT6);
        desk.background.settle();
        assertThat(screen.shows("IAM Identity Center, harbour")).isTrue();
        choose(screen, "harbour");
        screen.robot().clickOn("Remove from the list");
        desk.background.settle();
        assertThat(screen.shows("harbour.awsapps.com")).isFalse();
        assertThat(desk.store.preference(KeptCenters.PREFERENCE)).contains("");
    }

    private static TextField field(Screen screen, String name) {
        return screen.scene().getRoot().lookupAll(".text-field").stream()
                .map(TextField.class::cast)
                .filter(field -> name.equals(field.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSessionThatWasUsedLastIsCurrentAgainUnlessAnotherIsChosen() {
        desk.store.setPreference(
                KeptSessions.PREFERENCE, "-\tus-east-1\tprofile\tlegacy-ci\n-\tus-east-1\tbuilt-in\tsandbox");
        for (boolean resumes : new boolean[] {true, false}) {
            OpenSessions sessions = new OpenSessions(desk.services(), opener, resumes);
            Openings openings = new Openings(sessions, desk.background, desk.store);
            Screen.onFx(openings::restore);
            desk.background.settle();
            assertThat(sessions.all()).hasSize(2);
            assertThat(sessions.current().session().name()).isEqualTo(resumes ? "legacy-ci" : "sandbox");
            assertThat(desk.store.preference(KeptSessions.PREFERENCE))
                    .hasValueSatisfying(kept -> assertThat(KeptSessions.of(kept))
                            .first()
                            .isEqualTo(sessions.current().choice()));
        }
    }
}
