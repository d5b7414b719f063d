package io.tapdeck.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.Session;
import io.tapdeck.aws.identitycenter.SignInEvent;
import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.SessionChip;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FakeOpener;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.OnePage;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An expired session is signed in to over the page that it interrupts, which stays where it is. */
@ExtendWith({Headless.class, FxWatchdog.class})
class ExpiryTest {
    private final TestDesk desk = new TestDesk().asAccount();
    private final FakeOpener opener = new FakeOpener(desk.clock).usual();
    private final OnePage<Ageing> page = new OnePage<>(desk.withOpener(opener), Ageing::new);
    private final Instant later = Instant.now().plus(Duration.ofHours(8));

    /** A page that reads something. */
    private static final class Ageing extends BasePage {
        private final PageContext context;
        private final Label read = Texts.title("22 of 33 resources");
        private final Expiry expiry;

        private Ageing(PageContext context) {
            super(Section.DEPLOYMENTS, "Deployments");
            this.context = context;
            root.getChildren().add(read);
            expiry = new Expiry(context, root, read, "CloudFormation carries on with prod4.");
        }

        private void expired(@Nullable Instant since) {
            expiry.show(Optional.ofNullable(since), context.services().clock().instant());
        }

        @Override
        public List<KeyHint> keys() {
            return expiry.asks() ? expiry.keys() : List.of();
        }

        @Override
        protected boolean onPlainKey(KeyEvent event) {
            return expiry.use(event.getCode());
        }
    }

    private void expires(Screen screen, Theme.Choice theme) {
        page.show(screen, theme);
        Screen.onFx(() -> new Openings(sessions(), desk.background, desk.store));
        Screen.onFx(() -> page.page().expired(desk.clock.instant()));
        desk.background.settle();
    }

    private OpenSessions sessions() {
        return page.page().context.sessions();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theCardSignsInWithoutLeavingThePage(Theme.Choice theme, Screen screen) {
        expires(screen, theme);
        SessionChoice missed = new SessionChoice(new SessionChoice.Profile("acme-dev"), "eu-west-1", false);
        Screen.onFx(() -> sessions().failed(new OpenSessions.Unopened(missed, "It is signed out.", true)));
        opener.until = later;
        opener.told.add(new SignInEvent.PageToOpen(URI.create("https://oidc.eu-west-1.amazonaws.com/authorize"), true));
        AtomicInteger looked = new AtomicInteger();
        opener.meanwhile = () -> {
            Screen.settle();
            assertThat(screen.shows("Allow it in the page that has opened in the browser."))
                    .isTrue();
            assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
            Pictures.save(screen.scene(), "expired-signing-in-" + theme.key());
            looked.incrementAndGet();
        };
        assertThat(screen.shows("Your session acme-prod has expired")).isTrue();
        assertThat(screen.shows("22 of 33 resources"))
                .as("the page can be read")
                .isTrue();
        assertThat(sessions().expired()).hasSize(1);
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "expired-" + theme.key());
        screen.press(KeyCode.ENTER);
        desk.background.settle();
        assertThat(looked).hasValue(1);
        assertThat(opener.asked)
                .as("another session of the same sign-in waited too")
                .containsExactly("sign in by BROWSER", "open acme-dev in eu-west-1");
        assertThat(screen.shows("You are signed in.")).isTrue();
        assertThat(sessions().expired()).isEmpty();
        assertThat(page.sent()).isEmpty();
        Screen.onFx(() -> page.page().expired(null));
        assertThat(screen.shows("has expired")).isFalse();
    }

    @Test
    void aDeviceCodeIsShownAndCanBeStopped(Screen screen) {
        expires(screen, Theme.Choice.DARK);
        opener.until = later;
        URI address = URI.create("https://device.sso.eu-west-1.amazonaws.com/");
        opener.told.add(new SignInEvent.CodeToShow("WDJB-MJHT", address, address, later));
        AtomicReference<String> after = new AtomicReference<>("");
        opener.meanwhile = () -> {
            Screen.settle();
            assertThat(screen.shows("WDJB-MJHT")).isTrue();
            screen.robot().clickOn("Stop");
            Screen.settle();
            after.set(screen.shows("Sign in with the browser") ? "offered again" : "gone");
        };
        screen.robot().clickOn("Use a device code");
        desk.background.settle();
        assertThat(after).hasValue("offered again");
        assertThat(sessions().expired())
                .as("what was stopped has signed nobody in")
                .hasSize(1);
    }

    @Test
    void whoWorksOfflineKeepsThePage(Screen screen) {
        expires(screen, Theme.Choice.DARK);
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.shows("has expired")).isFalse();
        assertThat(screen.shows("22 of 33 resources")).isTrue();
        assertThat(page.sent()).isEmpty();
    }

    @Test
    void theChipSaysExpiredAndReadOnlyInWords(Screen screen) {
        Session session = new Session(
                "acme-prod",
                "482109375512",
                "eu-west-1",
                "arn:aws:sts::482109375512:assumed-role/Ops/me",
                Session.Kind.ACCOUNT,
                true);
        SessionChip chip = Screen.call(() -> new SessionChip(session, desk.accounts, true));
        assertThat(chip.getAccessibleText()).endsWith("role Ops, read-only, expired");
        assertThat(chip.getStyleClass()).contains("expired", "read-only");
    }

    @Test
    void theSessionThatReachesAPlaceIsOpenOnce() {
        OpenSessions open = desk.sessions();
        DeskServices again = opener.open(new SessionChoice(new SessionChoice.Profile("legacy-ci"), "us-east-1", true));
        open.open(again);
        open.open(again);
        assertThat(open.all()).hasSize(2);
    }
}
