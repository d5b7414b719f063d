package io.tapdeck.desk.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.MonitorException;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What comes in the quiet is kept, over a restart too, and told in one line when it is over. */
class QuietTest extends NewsDesk {
    @Test
    void whatComesInTheQuietIsCountedKeptOverARestartAndToldInOneLine(Screen screen) {
        open(screen, Theme.Choice.LIGHT, false);
        choose(screen, "For 1 h");
        assertThat(screen.shows("quiet until 15:42")).isTrue();
        goesOn("prod1", 1);
        read(screen);
        goesOn("dev", 1);
        read(screen);
        assertThat(screen.shows("quiet until 15:42, 2 not told")).isTrue();
        assertThat(screen.scene().getRoot().lookupAll(".td-news")).isEmpty();
        assertThat(desktop.shown).isEmpty();

        open(screen, Theme.Choice.LIGHT, false);
        assertThat(screen.shows("quiet until 15:42, 2 not told")).isTrue();
        engines.measure("dev", 2, State.OK, State.OK, State.OK, State.OK);
        Screen.onFx(() -> screen.stage().setIconified(true));
        engines.background.advance(Duration.ofMinutes(30));
        engines.background.advance(Duration.ofMinutes(30));

        assertThat(screen.shows(
                        "While it was quiet, 2 alarms went on in 2 environments: dev and prod1. 1 is still on."))
                .isTrue();
        assertThat(desktop.shown).hasSize(1);
        assertThat(screen.shows("not told")).isFalse();
        open(screen, Theme.Choice.LIGHT, false);
        read(screen);
        assertThat(desktop.shown).as("once, over a restart too").hasSize(1);
    }

    @Test
    void aQuietThatEndedWhileTheDeskWasClosedIsToldOnceAwsHasSaidWhatIsOn(Screen screen) {
        open(screen, Theme.Choice.LIGHT, false);
        choose(screen, "For 1 h");
        goesOn("prod1", 1);
        read(screen);
        close();
        engines.background.advance(Duration.ofHours(2));
        engines.deployments.fail(new IllegalStateException("no network"));
        open(screen, Theme.Choice.LIGHT, false);
        engines.background.advance(Duration.ofSeconds(20));
        assertThat(screen.shows("While it was quiet")).isFalse();

        engines.deployments.fail(null);
        read(screen);
        read(screen);
        assertThat(screen.shows("While it was quiet, 1 alarm went on in 1 environment: prod1. 1 is still on."))
                .isTrue();
    }

    @Test
    void whatCannotBeReadIsNotSaidToBeOff(Screen screen) {
        open(screen, Theme.Choice.LIGHT, false);
        choose(screen, "For 1 h");
        goesOn("prod1", 1);
        read(screen);
        engines.monitor.fail(new MonitorException("CloudWatch does not answer.", new IllegalStateException()));
        read(screen);
        choose(screen, "Off");

        assertThat(screen.shows("1 environment: prod1. Of 1 it is not known whether it is on."))
                .isTrue();
    }

    @Test
    void aQuietLastsByTheClockOfThisComputer(Screen screen) {
        endpointAhead(Duration.ofHours(3));
        open(screen, Theme.Choice.LIGHT, false);
        choose(screen, "For 1 h");

        assertThat(screen.shows("quiet until 15:42")).isTrue();
    }

    @Test
    void theLastChoiceIsKept(Screen screen) {
        open(screen, Theme.Choice.LIGHT, false);
        screen.press(KeyCode.ALT, KeyCode.Q);
        screen.robot().clickOn("Always");
        screen.press(KeyCode.ALT, KeyCode.Q);
        screen.robot().clickOn("Off");
        engines.background.newestFirst();

        assertThat(engines.store.preference("alarms.quiet")).contains(Quiet.OFF.text());
    }

    @Test
    void aLongQuietKeepsTwoHundredAndSaysThatThereWereMore(Screen screen) {
        open(screen, Theme.Choice.LIGHT, false);
        choose(screen, "Always");
        for (int i = 0; i < 250; i++) {
            news("prod1", 1, State.ALARM, engines.clock.instant().minusSeconds(60L * i), null, false);
        }
        read(screen);

        assertThat(screen.shows("quiet, more than 200 not told")).isTrue();
        assertThat(engines.store.preference("alarms.untold").orElseThrow().lines())
                .hasSize(201);
    }
}
