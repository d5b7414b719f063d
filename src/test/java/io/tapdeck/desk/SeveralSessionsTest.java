package io.tapdeck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.DestroyPreview;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.SpokenPages;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.EnvironmentKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A desk that works in two accounts: whatever is done about an environment goes through the session that reaches it. */
@ExtendWith({Headless.class, FxWatchdog.class})
class SeveralSessionsTest {
    private final TestDesk here = new TestDesk();
    private final TestDesk there = new TestDesk().asAccount();
    private final DeskServices sandbox = here.services();
    private final DeskServices account = there.services();
    private final OpenSessions sessions = Screen.call(() -> new OpenSessions(sandbox));
    private final Told pages = new Told();

    /** Remembers in which session a page was opened, and what was found. */
    private static final class Told extends SpokenPages {
        private final List<List<DeployedEnvironment>> found = new ArrayList<>();
        private @Nullable PageContext last;

        @Override
        public Page change(PageContext context, EnvironmentKey environment) {
            last = context;
            return super.change(context, environment);
        }

        @Override
        public void found(List<DeployedEnvironment> environments) {
            found.add(environments);
        }

        private DeskServices session() {
            return Objects.requireNonNull(last).services();
        }
    }

    private Desk open(Screen screen) {
        here.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        return show(screen);
    }

    private Desk show(Screen screen) {
        there.environment("prod", "CREATE_COMPLETE", Duration.ofHours(2));
        Desk desk = Screen.call(() -> {
            Theme theme = new Theme(Theme.Choice.DARK);
            Desk made = new Desk(sessions, here.background, theme, pages);
            Scene scene = new Scene(made.root(), Screen.MOST, Screen.MOST);
            theme.dress(scene);
            screen.show(scene, Screen.MOST, Screen.MOST);
            return made;
        });
        here.background.settle();
        return desk;
    }

    private void openAccount(Screen screen) {
        Screen.onFx(() -> sessions.open(account));
        settle(screen);
    }

    /** Rows are made when the list is laid out, which waits for the next pulse else. */
    private void settle(Screen screen) {
        here.background.settle();
        Screen.onFx(() -> {
            screen.scene().getRoot().applyCss();
            screen.scene().getRoot().layout();
        });
    }

    @Test
    void aSessionThatIsOpenedLaterIsReadAtOnceAndToldOnce(Screen screen) {
        open(screen);
        assertThat(screen.shows("prod")).isFalse();

        openAccount(screen);

        assertThat(screen.shows("prod")).isTrue();
        assertThat(screen.shows("dev")).isTrue();
        assertThat(pages.found).extracting(List::size).containsExactly(1, 1);
        here.background.advance(Duration.ofMinutes(5));
        assertThat(pages.found).hasSize(2);
    }

    @Test
    void aSessionThatIsClosedTakesItsRowsAlong(Screen screen) {
        open(screen);
        openAccount(screen);
        Screen.onFx(() -> sessions.close(account));
        settle(screen);

        assertThat(screen.shows("prod")).isFalse();
        assertThat(screen.shows("dev")).isTrue();
    }

    @Test
    void destroyingAsksTheEnginesOfTheEnvironmentsOwnSession(Screen screen) {
        show(screen);
        openAccount(screen);
        there.deployments.previewAs(
                new DestroyPreview("tapdeck-aurora-mysql-prod", List.of("AuroraCluster"), List.of(), List.of()));
        screen.click(".td-row .td-icon-button");
        screen.robot().clickOn("Destroy…");
        here.background.settle();

        assertThat(screen.shows("Destroy prod")).isTrue();
    }

    @Test
    void aPageIsOpenedInTheSessionThatReachesItsEnvironmentAndTheBarSaysSo(Screen screen) {
        Desk desk = open(screen);
        openAccount(screen);
        Screen.onFx(() -> desk.change(there.key("prod")));

        assertThat(pages.session()).isEqualTo(account);
        assertThat(screen.shows("4821-0937-5512")).isTrue();
        Screen.onFx(desk::back);
        assertThat(screen.shows("0000-0000-0000")).isTrue();
    }

    @Test
    void nobodyGoesBackToAPageWhoseSessionIsClosed(Screen screen) {
        Desk desk = open(screen);
        openAccount(screen);
        Screen.onFx(() -> desk.change(there.key("prod")));
        Screen.onFx(() -> desk.change(here.key("dev")));
        Screen.onFx(() -> sessions.close(account));
        screen.press(KeyCode.ESCAPE);
        here.background.settle();

        assertThat(screen.shows("change prod")).isFalse();
        assertThat(screen.shows("Environments")).isTrue();
    }
}
