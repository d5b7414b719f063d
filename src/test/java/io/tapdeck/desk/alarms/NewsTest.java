package io.tapdeck.desk.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.Desk;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.SpokenPages;
import io.tapdeck.desk.message.DesktopMessage;
import io.tapdeck.monitor.AlarmState.State;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An alarm that goes on is told once: in the window, on the desktop while the window is not in front, or later. */
class NewsTest extends NewsDesk {
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void itIsToldInTheWindowWithTheWayThere(Theme.Choice theme, Screen screen) {
        Scene scene = open(screen, theme, true);
        goesOn("prod1", 1);
        read(screen);

        assertThat(screen.shows("prod1: ACU utilization is in ALARM since 14:42."))
                .isTrue();
        assertThat(screen.find(".td-badge.alarm").isVisible()).isTrue();
        assertThat(desktop.shown).as("somebody looks at the window").isEmpty();
        assertThat(Labels.truncated(scene.getRoot())).isEmpty();
        Pictures.save(scene, "17-news-" + theme.name().toLowerCase(java.util.Locale.ROOT) + "-1000");
        read(screen);
        screen.press(KeyCode.ALT, KeyCode.ENTER);
        assertThat(screen.shows("watch prod1 utilization")).isTrue();
        assertThat(screen.shows("is in ALARM since")).isFalse();
    }

    @Test
    void theDesktopTellsItWhileTheWindowIsNotInFront(Screen screen) {
        open(screen, Theme.Choice.LIGHT, false);
        goesOn("prod1", 1);
        read(screen);
        read(screen);

        assertThat(desktop.shown).extracting(DesktopMessage::title).containsExactly("prod1: ACU utilization in ALARM");
        assertThat(screen.shows("prod1: ACU utilization is in ALARM")).isTrue();
    }

    @Test
    void anAlarmThatRangAndStoppedIsToldAsSuch(Screen screen) {
        open(screen, Theme.Choice.LIGHT, false);
        Instant from = engines.clock.instant().minus(Duration.ofMinutes(4));
        news("prod1", 1, State.OK, from, from.plus(Duration.ofMinutes(3)), false);
        read(screen);

        assertThat(screen.shows("prod1: ACU utilization was in ALARM for 3 min at 14:38 and is OK again."))
                .isTrue();
        assertThat(screen.find(".td-badge.alarm").isVisible()).isFalse();
    }

    @Test
    void aBurstIsOneLineAndOneMessage(Screen screen) {
        open(screen, Theme.Choice.LIGHT, false);
        goesOn("prod1", 1);
        read(screen);
        goesOn("dev", 0);
        goesOn("dev", 1);
        goesOn("prod1", 0);
        goesOn("stage", 1);
        read(screen);

        assertThat(screen.shows("5 alarms went on in 3 environments: prod1, dev and stage. 5 are still on."))
                .isTrue();
        assertThat(screen.scene().getRoot().lookupAll(".td-news")).hasSize(1);
        assertThat(desktop.shown)
                .extracting(DesktopMessage::title)
                .containsExactly("prod1: ACU utilization in ALARM", "4 alarms");
        screen.press(KeyCode.ALT, KeyCode.ENTER);
        engines.background.settle();
        assertThat(screen.shows("5 in alarm")).isTrue();
    }

    @Test
    void newsIsToldThoughTheStoreDoesNotSayWhatWasAcknowledged(Screen screen) {
        open(screen, Theme.Choice.LIGHT, true);
        engines.monitor.failAcknowledgements();
        goesOn("prod1", 1);
        read(screen);

        assertThat(screen.shows("prod1: ACU utilization is in ALARM since 14:42."))
                .isTrue();
    }

    @Test
    void newsOfAnEnvironmentThatIsNotListedYetIsToldOnceItIs(Screen screen) {
        open(screen, Theme.Choice.LIGHT, true);
        goesOn("late", 1);
        read(screen);
        assertThat(screen.shows("is in ALARM")).isFalse();

        engines.environment("late", "CREATE_COMPLETE", Duration.ofDays(2));
        engines.measure("late", 2, State.OK, State.ALARM, State.OK, State.OK);
        read(screen);
        assertThat(screen.shows("late: ACU utilization is in ALARM since 14:42."))
                .isTrue();
    }

    @Test
    void whatCloudWatchKeepsQuietAboutIsNotTold(Screen screen) {
        open(screen, Theme.Choice.LIGHT, false);
        news("prod1", 1, State.ALARM, engines.clock.instant(), null, true);
        read(screen);

        assertThat(screen.scene().getRoot().lookupAll(".td-news")).isEmpty();
        assertThat(desktop.shown).isEmpty();
    }

    @Test
    void whatHasEndedMeanwhileIsNotStillOnAndAnAlarmIsOneHoweverOftenItRang(Screen screen) {
        open(screen, Theme.Choice.LIGHT, false);
        goesOn("prod1", 1);
        goesOn("dev", 1);
        read(screen);
        assertThat(screen.shows("2 alarms went on in 2 environments: prod1 and dev. 2 are still on."))
                .isTrue();
        engines.monitor.nowIn(
                engines.key("prod1").stackName(),
                engines.alarm(engines.aurora.alarms().get(1), State.OK, Duration.ZERO, true));
        goesOn("dev", 1);
        read(screen);

        assertThat(screen.shows("2 alarms went on in 2 environments: prod1 and dev. 1 is still on."))
                .isTrue();
    }

    @Test
    void aLineThatStandsSaysWhenItsAlarmHasEndedAndGoesWhereTheListIs(Screen screen) {
        open(screen, Theme.Choice.LIGHT, false);
        goesOn("prod1", 1);
        read(screen);
        assertThat(screen.shows("is in ALARM since")).isTrue();
        engines.monitor.nowIn(
                engines.key("prod1").stackName(),
                engines.alarm(engines.aurora.alarms().get(1), State.OK, Duration.ZERO, true));
        read(screen);
        assertThat(screen.shows("is in ALARM since")).isFalse();
        assertThat(screen.shows("1 alarm went on in 1 environment: prod1. None is on now."))
                .isTrue();

        screen.press(KeyCode.ALT, KeyCode.DIGIT3);
        engines.background.settle();
        assertThat(screen.scene().getRoot().lookupAll(".td-news")).isEmpty();
    }

    @Test
    void aDeskThatIsClosedWhileItFindsOutWhatCanBeShownLeavesNothingBehind(Screen screen) {
        Desk early = Screen.call(() -> new Desk(
                new OpenSessions(engines.services()),
                engines.background,
                new Theme(Theme.Choice.LIGHT),
                new SpokenPages(),
                () -> desktop));
        Screen.onFx(early::close);
        engines.background.settle();

        assertThat(desktop.closed).isTrue();
    }

    @Test
    void aMutedEnvironmentIsListedAndNotTold(Screen screen) {
        open(screen, Theme.Choice.LIGHT, false);
        goesOn("prod1", 1);
        read(screen);
        screen.press(KeyCode.ALT, KeyCode.DIGIT3);
        engines.background.settle();
        screen.press(KeyCode.M);
        engines.background.settle();
        goesOn("prod1", 0);
        goesOn("dev", 0);
        read(screen);

        assertThat(desktop.shown)
                .extracting(DesktopMessage::title)
                .containsExactly("prod1: ACU utilization in ALARM", "dev: ACU capacity in ALARM");
        assertThat(screen.shows("3 in alarm")).isTrue();
    }

    @Test
    void aDesktopThatFailsIsSaidInTheSettings(Screen screen) {
        open(screen, Theme.Choice.LIGHT, false);
        desktop.fail("notify-send ended with 1.");
        goesOn("prod1", 1);
        read(screen);
        screen.press(KeyCode.ALT, KeyCode.DIGIT7);
        engines.background.settle();

        assertThat(screen.shows("The last message was not shown: notify-send ended with 1."
                        + " Tapdeck shows them in its own window."))
                .isTrue();
    }

    @Test
    void theTitleOfTheWindowCountsWhatNobodyHasAcknowledged(Screen screen) {
        AtomicReference<String> title = new AtomicReference<>("");
        Desk counting = Screen.call(() -> {
            Desk made = new Desk(
                    new OpenSessions(engines.services()),
                    engines.background,
                    new Theme(Theme.Choice.LIGHT),
                    new SpokenPages(),
                    () -> desktop);
            Stage stage = new Stage();
            made.show(stage);
            stage.titleProperty().addListener((observed, before, now) -> title.set(now));
            return made;
        });
        engines.background.settle();
        goesOn("prod1", 1);
        goesOn("dev", 1);
        read(screen);

        assertThat(title.get()).isEqualTo("(2) Tapdeck");
        Screen.onFx(() -> {
            counting.close();
            counting.root().getScene().getWindow().hide();
        });
    }
}
