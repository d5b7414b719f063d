package io.tapdeck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.AccountMarks;
import io.tapdeck.desk.common.Page;
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
import io.tapdeck.desk.shell.Rail;
import io.tapdeck.store.AccountColor;
import io.tapdeck.store.AccountMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An account's colour and alias are set once and seen on every page. */
@ExtendWith({Headless.class, FxWatchdog.class})
class AccountMarksTest {
    private static final String PROD = "482109375512";
    private static final String PARTNER = "660411875023";
    private final TestDesk engines = new TestDesk().asAccount();

    private void open(Screen screen, Theme.Choice theme) {
        engines.populated();
        ShownDesk.open(screen, engines, theme, new SpokenPages());
    }

    private static void go(Screen screen, Page.Section section) {
        Screen.onFx(() -> screen.scene().getRoot().lookupAll(".td-rail-button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(Rail.words(section)))
                .forEach(Button::fire));
    }

    private static boolean strip(Screen screen, String color) {
        return Screen.call(() -> screen.scene().lookup(".td-account-strip." + color) != null);
    }

    private static boolean chip(Screen screen, String alias) {
        return Screen.call(() -> Labels.visible(screen.scene().lookup(".td-chip")).stream()
                .anyMatch(label -> label.text().equals(alias)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void bothStandOnEveryPage(Theme.Choice theme, Screen screen) {
        engines.store.markAccount(PROD, new AccountMark("production", AccountColor.RED));
        open(screen, theme);

        for (Page.Section section : Page.Section.values()) {
            go(screen, section);
            engines.background.settle();
            assertThat(chip(screen, "production")).as("alias on %s", section).isTrue();
            assertThat(strip(screen, "red")).as("colour on %s", section).isTrue();
            assertThat(Labels.truncated(screen.scene().getRoot()))
                    .as("%s", section)
                    .isEmpty();
        }
        go(screen, Page.Section.ENVIRONMENTS);
        engines.background.settle();
        Pictures.save(screen.scene(), "marked-home-" + theme.key() + "-1000");
        Scene wide = Screen.call(() -> {
            Theme dress = new Theme(theme);
            Desk desk = new Desk(engines.sessions(), engines.background, dress, new SpokenPages());
            Scene made = new Scene(desk.root(), 1280, 800);
            dress.dress(made);
            return made;
        });
        engines.background.settle();
        Pictures.save(wide, "marked-home-" + theme.key());
        assertThat(Labels.truncated(wide.getRoot())).isEmpty();
    }

    @Test
    void anAccountWithoutAMarkLooksAsEver(Screen screen) {
        open(screen, Theme.Choice.LIGHT);

        assertThat(Screen.<Boolean>call(() -> screen.scene().lookup(".td-account-strip") == null
                        && screen.scene().lookup(".td-account-square") == null))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void theCardOfASessionSetsThemAndTheyShowAtOnce(Theme.Choice theme, Screen screen) {
        FakeOpener opener = new FakeOpener(engines.clock).usual();
        opener.signedInUntil(Instant.now().plus(Duration.ofHours(8)));
        engines.asAccount("partner", PARTNER, "eu-west-1").withOpener(opener);
        ShownDesk.open(screen, engines, theme, new SpokenPages());
        go(screen, Page.Section.SESSIONS);
        engines.background.settle();
        Screen.onFx(() -> ((TextField) screen.find(".td-filter .text-field")).setText("partner"));
        Screen.onFx(() -> screen.find(".td-filter .text-field").requestFocus());
        screen.press(KeyCode.ENTER);
        engines.background.settle();

        TextField alias = (TextField) named(screen, "Alias");
        Screen.onFx(() -> alias.setText("partner-prod-2"));
        assertThat(screen.shows("An alias has at most 12 characters. Shorten it."))
                .isTrue();
        Screen.onFx(() -> {
            alias.requestFocus();
            alias.setText("partner");
        });
        screen.press(KeyCode.ENTER);
        Screen.onFx(() -> ((ToggleButton) named(screen, "Colour: Green")).fire());
        assertThat(chip(screen, "partner")).isTrue();
        assertThat(strip(screen, "green")).as("before it is kept").isTrue();
        engines.background.settle();

        assertThat(engines.store.accountMarks()).containsEntry(PARTNER, new AccountMark("partner", AccountColor.GREEN));
        Pictures.save(screen.scene(), "marked-session-" + theme.key() + "-1000");
        assertThat(Labels.truncated(screen.find(".td-account-form"))).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
    }

    private static Node named(Screen screen, String name) {
        return screen.robot()
                .lookup((Node node) -> name.equals(node.getAccessibleText()))
                .query();
    }

    @Test
    void theLastChoiceIsKeptInWhateverOrderTheWritesEnd(Screen screen) {
        AccountMarks marks = engines.accounts;
        List<String> said = new ArrayList<>();
        Screen.onFx(() -> {
            marks.mark(PROD, new AccountMark("prod", AccountColor.ORANGE), said::add);
            marks.mark(PROD, new AccountMark("prod", AccountColor.RED), said::add);
        });

        engines.background.newestFirst();

        assertThat(engines.store.accountMarks()).containsEntry(PROD, new AccountMark("prod", AccountColor.RED));
        assertThat(said).isEmpty();
    }

    @Test
    void aMarkThatCannotBeKeptHoldsUntilTheEndAndSaysSo(Screen screen) {
        List<String> said = new ArrayList<>();
        engines.store.breakDown("The data folder is read-only. Make it writable.");
        Screen.onFx(() -> engines.accounts.mark(PROD, new AccountMark("prod", null), said::add));

        engines.background.settle();

        assertThat(Screen.<AccountMark>call(() -> engines.accounts.of(PROD))).isEqualTo(new AccountMark("prod", null));
        assertThat(said)
                .containsExactly("The mark holds until Tapdeck is closed. It could not be saved: The data folder is"
                        + " read-only. Make it writable.");
    }
}
