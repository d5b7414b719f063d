package io.tapdeck.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.identitycenter.SignInEvent;
import io.tapdeck.aws.identitycenter.SignInException;
import io.tapdeck.aws.identitycenter.SsoAccount;
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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in, in the desk: each step with its time, the code large, and what was waited for goes on by itself. */
@ExtendWith({Headless.class, FxWatchdog.class})
class SignInTest {
    private final TestDesk desk = new TestDesk();
    private final FakeOpener opener = new FakeOpener(desk.clock).usual();
    private final Instant later = Instant.now().plus(Duration.ofHours(8));
    private final Instant codeEnds = Instant.now().plus(Duration.ofMinutes(9));

    private void tellsACode() {
        URI page = URI.create("https://device.sso.eu-west-1.amazonaws.com/");
        URI complete = URI.create("https://device.sso.eu-west-1.amazonaws.com/?user_code=WDJB-MJHT");
        opener.told.add(new SignInEvent.Registered(later.plus(Duration.ofDays(90))));
        opener.told.add(new SignInEvent.CodeToShow("WDJB-MJHT", page, complete, codeEnds));
        opener.told.add(new SignInEvent.PageToOpen(complete, true));
        opener.told.add(new SignInEvent.Waiting(Instant.now().plus(Duration.ofSeconds(5)), codeEnds));
    }

    private void open(Screen screen, Theme.Choice theme, String name) {
        ShownDesk.open(screen, desk.withOpener(opener), theme, new SpokenPages());
        screen.press(KeyCode.ALT, KeyCode.DIGIT6);
        desk.background.settle();
        screen.type("/" + name);
        // Back to the list; a second Enter would open the session or begin the sign-in.
        screen.press(KeyCode.ENTER);
        desk.background.settle();
    }

    private void everyStep(Screen screen, Theme.Choice theme) {
        Screen.settle();
        for (String words : new String[] {
            "Sign in to acme",
            "WDJB-MJHT",
            "device.sso.eu-west-1.amazonaws.com",
            "Tapdeck is registered with acme",
            "Page opened in the browser",
            "Waiting for you to allow it in the browser",
            "The code is good for",
            "Allow only a code that you see here yourself.",
            "the environments of acme-prod",
            "signing in"
        }) {
            assertThat(screen.shows(words)).as(words).isTrue();
        }
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "sign-in-" + theme.key() + "-1000");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theCodeIsLargeAndEveryStepSaysHowFarItIs(Theme.Choice theme, Screen screen) {
        desk.store.setPreference(KeptSessions.PREFERENCE, "-\teu-west-1\tprofile\tacme-prod");
        tellsACode();
        opener.until = later;
        AtomicInteger looked = new AtomicInteger();
        opener.meanwhile = () -> {
            everyStep(screen, theme);
            screen.robot().clickOn("Copy code");
            looked.incrementAndGet();
        };
        open(screen, theme, "acme-prod");
        screen.robot().clickOn("Device code");
        screen.robot().clickOn("Get a code");
        desk.background.settle();
        assertThat(looked).hasValue(1);
        assertThat(Screen.call(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("WDJB-MJHT");
        assertThat(screen.shows("WDJB-MJHT")).as("a code that was used is gone").isFalse();
    }

    @Test
    void thePictureOfASignIn() {
        tellsACode();
        desk.store.setPreference(
                KeptSessions.PREFERENCE, "-\teu-west-1\tprofile\tacme-prod\n-\teu-west-1\tprofile\tacme-dev");
        opener.until = later;
        for (Theme.Choice theme : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            Scene scene = ShownDesk.scene(desk.withOpener(opener), theme, new SpokenPages(), 1280, 800);
            AtomicInteger looked = new AtomicInteger();
            opener.meanwhile = () -> {
                Screen.settle();
                Pictures.save(scene, "sign-in-" + theme.key());
                assertThat(Labels.truncated(scene.getRoot())).isEmpty();
                looked.incrementAndGet();
            };
            press(scene, "Sessions");
            desk.background.settle();
            Screen.onFx(() -> ((ListView<?>) scene.getRoot().lookup(".td-sessions"))
                    .getSelectionModel()
                    .select(4));
            desk.background.settle();
            press(scene, "Device code");
            press(scene, "Get a code");
            desk.background.settle();
            assertThat(looked).hasValue(1);
            opener.expiries.clear();
        }
    }

    private static void press(Scene scene, String words) {
        Screen.onFx(scene.getRoot()::applyCss);
        Screen.onFx(scene.getRoot()::layout);
        Screen.onFx(() -> scene.getRoot().lookupAll("*").stream()
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(button -> words.equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    @Test
    void afterASignInTheSessionThatWaitedOpensByItself(Screen screen) {
        desk.store.setPreference(KeptSessions.PREFERENCE, "-\teu-west-1\tprofile\tacme-prod");
        opener.until = later;
        open(screen, Theme.Choice.DARK, "acme-prod");
        assertThat(screen.shows("the environments of acme-prod")).isTrue();
        screen.press(KeyCode.ENTER);
        desk.background.settle();
        assertThat(opener.asked)
                .containsExactly("open acme-prod in eu-west-1", "sign in by BROWSER", "open acme-prod in eu-west-1");
        assertThat(screen.shows("signed out")).isFalse();
        assertThat(screen.shows("4821-0937-5512 · eu-west-1")).isTrue();
    }

    @Test
    void aSignInThatComesToNothingSaysWhyAndIsOfferedAgain(Screen screen) {
        opener.failure = new SignInException(
                SignInException.Why.REFUSED, "The sign-in was refused.", "Ask whoever runs your Identity Center.");
        open(screen, Theme.Choice.DARK, "acme-prod");
        screen.press(KeyCode.ENTER);
        desk.background.settle();
        assertThat(screen.shows("The sign-in was refused. Ask whoever runs your Identity Center."))
                .isTrue();
        assertThat(screen.shows("Sign in with the browser")).isTrue();
    }

    @Test
    void accountsAreFoundAmongHundredsAndARoleIsUsedWithoutBeingWritten(Screen screen) {
        opener.accounts = IntStream.range(0, 700)
                .mapToObj(
                        number -> new SsoAccount("%012d".formatted(100_000_000_000L + number), "team " + number, null))
                .toList();
        opener.signedInUntil(later);
        open(screen, Theme.Choice.LIGHT, "all accounts");
        assertThat(screen.shows("Choose what to use.")).isTrue();
        Screen.onFx(() -> search(screen).setText("team 699"));
        desk.background.settle();
        assertThat(screen.shows("1000-0000-0699")).isTrue();
        assertThat(screen.shows("1000-0000-0001")).isFalse();
        Pictures.save(screen.scene(), "accounts-light-1000");
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
        screen.robot().clickOn("Open");
        desk.background.settle();
        assertThat(opener.asked).containsExactly("open Administrator-100000000699 in eu-west-1");
    }

    private static TextField search(Screen screen) {
        return screen.scene().getRoot().lookupAll(".text-field").stream()
                .map(TextField.class::cast)
                .filter(field -> "Search accounts".equals(field.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aProfileIsWrittenOnWishOnlyAndItsLinesAreShownBefore(Screen screen) {
        opener.accounts = List.of(new SsoAccount("119066283347", "audit", null));
        opener.signedInUntil(later);
        open(screen, Theme.Choice.DARK, "all accounts");
        assertThat(screen.shows("sso_account_id")).isFalse();
        screen.robot().clickOn("Write a profile to the AWS config");
        desk.background.settle();
        assertThat(screen.shows("[profile Administrator-119066283347]")).isTrue();
        assertThat(screen.shows("sso_account_id = 119066283347")).isTrue();
        assertThat(opener.asked).as("nothing is written by looking").isEmpty();
        Pictures.save(screen.scene(), "accounts-write-dark-1000");
        screen.robot().clickOn("Open");
        desk.background.settle();
        assertThat(opener.asked)
                .containsExactly("write Administrator-119066283347", "open Administrator-119066283347 in eu-west-1");
    }

    @Test
    void signingOutSaysWhatEndsWithIt(Screen screen) {
        opener.signedInUntil(later);
        open(screen, Theme.Choice.DARK, "acme-prod");
        screen.robot().clickOn("Sign out…");
        desk.background.settle();
        assertThat(screen.shows("in the AWS CLI, and in all programs that use the same sign-in."))
                .isTrue();
        assertThat(opener.asked).isEmpty();
        screen.robot().clickOn("Sign out");
        desk.background.settle();
        assertThat(opener.asked).containsExactly("sign out of acme");
        assertThat(screen.shows("signed out")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.awsapps.com/start, true",
        "http://127.0.0.1:4610/start, true",
        "http://localhost:4610/start, true",
        "http://acme.awsapps.com/start, false",
        "ftp://acme.awsapps.com/start, false",
        "acme, false",
        "https://me@acme.awsapps.com/start, false"
    })
    void onlyHttpsOrThisComputerIsAStartUrl(String address, boolean good) {
        assertThat(AddCard.wrong(address).isEmpty()).isEqualTo(good);
    }
}
