package io.tapdeck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.Interrupted;
import io.tapdeck.deploy.Operation;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.ShownDesk;
import io.tapdeck.desk.kit.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a desk with its real pages asks AWS when it starts. */
@ExtendWith({Headless.class, FxWatchdog.class})
class DeskStartTest {

    @Test
    void oneListingServesTheHomePageAndWhatIsFollowed(Screen screen) {
        TestDesk engines = new TestDesk().populated();
        engines.deployments.interrupt(
                new Interrupted("1", engines.key("qa7"), Operation.CREATE, engines.clock.instant()));
        engines.environment("qa9", "UPDATE_IN_PROGRESS", Duration.ofMinutes(1));
        DeskPages pages = Screen.call(
                () -> new DeskPages(new OpenSessions(engines.services()), engines.background, engines.clock));
        ShownDesk.open(screen, engines, Theme.Choice.DARK, pages);
        assertThat(engines.deployments.listings()).isEqualTo(1);
        assertThat(engines.deployments.calls()).containsExactly("resume qa7");
        assertThat(screen.shows("qa9")).isTrue();
    }
}
