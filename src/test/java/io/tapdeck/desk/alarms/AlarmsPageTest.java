package io.tapdeck.desk.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.Desk;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.ShownDesk;
import io.tapdeck.desk.kit.SpokenPages;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.monitor.AlarmRing;
import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every alarm of every environment that wants a look: on, without data, or ended a while ago. */
@ExtendWith({Headless.class, FxWatchdog.class})
class AlarmsPageTest {
    private final TestDesk engines = new TestDesk();

    private void filled() {
        engines.populated();
        Instant rang = engines.clock.instant().minus(Duration.ofHours(26));
        engines.monitor.rang(
                engines.key("stage").stackName(),
                new AlarmRing(
                        "cpu",
                        rang,
                        rang.plus(Duration.ofMinutes(3)),
                        "Threshold Crossed: 2 out of the last 2 datapoints [93.1 (19/11/26 12:40:00), 90.4 (19/11/26"
                                + " 12:35:00)] were greater than or equal to the threshold (80.0)."));
    }

    private Scene open(Screen screen, Theme.Choice theme) {
        ShownDesk.open(screen, engines, theme, new SpokenPages());
        screen.press(KeyCode.ALT, KeyCode.DIGIT3);
        engines.background.settle();
        return screen.scene();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void whatIsOnStandsFirstAndWhatHasEndedLast(Theme.Choice theme, Screen screen) {
        filled();
        Scene scene = open(screen, theme);

        assertThat(screen.shows("1 in alarm · 6 without data · 1 ended in the last 7 days"))
                .isTrue();
        assertThat(list(screen).getItems())
                .extracting(AlarmEntry::part)
                .isSorted()
                .startsWith(AlarmEntry.Part.ON)
                .endsWith(AlarmEntry.Part.ENDED);
        assertThat(screen.shows("since 14:05, 37 min")).isTrue();
        assertThat(screen.shows("19 Nov 12:42, for 3 min")).isTrue();
        assertThat(screen.shows("2 of 2 at or above 80 %: 93.1, 90.4")).isTrue();
        assertThat(Labels.truncated(scene.getRoot())).isEmpty();
        assertThat(Labels.nameless(scene.getRoot())).isEmpty();
        Pictures.save(scene, "18-alarms-" + theme.name().toLowerCase(Locale.ROOT) + "-1000");
    }

    @Test
    void anAgeGoesByTheClockOfWhereTheAlarmIsFrom(Screen screen) {
        TestDesk ahead = new TestDesk().asAccount();
        ahead.clock.advance(Duration.ofHours(5));
        ahead.environment("far", "CREATE_COMPLETE", Duration.ofDays(2));
        ahead.measure("far", 2, State.OK, State.ALARM, State.OK, State.OK);
        Screen.onFx(() -> {
            OpenSessions sessions = engines.sessions();
            sessions.open(ahead.services());
            Theme theme = new Theme(Theme.Choice.LIGHT);
            Desk desk = new Desk(sessions, engines.background, theme, new SpokenPages());
            Scene scene = new Scene(desk.root(), Screen.MOST, Screen.MOST);
            theme.dress(scene);
            screen.show(scene, Screen.MOST, Screen.MOST);
        });
        engines.background.settle();
        screen.press(KeyCode.ALT, KeyCode.DIGIT3);
        engines.background.settle();

        assertThat(screen.shows("37 min")).isTrue();
        assertThat(screen.shows("5 h")).isFalse();
    }

    @Test
    void enterOpensTheEnvironmentWithTheChartOfThatAlarm(Screen screen) {
        filled();
        open(screen, Theme.Choice.LIGHT);
        screen.press(KeyCode.ENTER);

        assertThat(screen.shows("watch prod1 utilization")).isTrue();
    }

    @Test
    void aNoteAcknowledgesAndTheBadgeCountsItNoMore(Screen screen) {
        filled();
        open(screen, Theme.Choice.LIGHT);
        assertThat(screen.find(".td-badge.alarm").isVisible()).isTrue();
        screen.press(KeyCode.A);
        Screen.onFx(() -> ((javafx.scene.control.TextField) screen.find(".td-card-pop .text-field"))
                .setText("Load test, until three."));
        screen.robot().clickOn("Acknowledge");
        engines.background.settle();

        assertThat(screen.shows("Seen by test, 14:05: Load test, until three.")).isTrue();
        assertThat(screen.find(".td-badge.alarm").isVisible()).isFalse();
        screen.press(KeyCode.A);
        assertThat(screen.shows("CloudWatch is told nothing."))
                .as("it is seen already")
                .isFalse();
    }

    @Test
    void whatIsAcknowledgedOnAnEnvironmentsPageIsCountedNoMore(Screen screen) {
        filled();
        open(screen, Theme.Choice.LIGHT);
        String stack = engines.key("prod1").stackName();
        engines.monitor.acknowledge(
                new Watched(TestDesk.ACCOUNT, TestDesk.REGION, stack, engines.aurora, List.of()),
                engines.alarm(engines.aurora.alarms().get(1), State.ALARM, Duration.ofMinutes(37), true),
                "");
        engines.background.advance(Duration.ofSeconds(10));

        assertThat(screen.find(".td-badge.alarm").isVisible()).isFalse();
    }

    @Test
    void anOlderAnswerDoesNotReplaceANewerOne(Screen screen) {
        filled();
        ShownDesk.open(screen, engines, Theme.Choice.LIGHT, new SpokenPages());
        engines.background.settle();
        engines.measure("prod3", 3, State.ALARM, State.OK, State.OK, State.OK);
        engines.clock.advance(Duration.ofSeconds(61));
        int before = engines.background.waiting();
        screen.press(KeyCode.ALT, KeyCode.DIGIT3);
        for (int i = 0; i < before; i++) {
            engines.background.oldest();
        }
        engines.background.newestFirst();

        assertThat(screen.shows("2 in alarm")).isTrue();
    }

    @Test
    void theListIsFilteredAsOneTypes(Screen screen) {
        filled();
        open(screen, Theme.Choice.LIGHT);
        screen.type("/");
        Screen.onFx(() -> ((javafx.scene.control.TextField) screen.scene().getFocusOwner()).setText("stage ended"));
        assertThat(list(screen).getItems()).hasSize(1);
        Screen.onFx(() -> ((javafx.scene.control.TextField) screen.scene().getFocusOwner()).setText("nowhere"));
        // The words of an empty list come with its next layout.
        Screen.onFx(() -> screen.scene().getRoot().layout());
        assertThat(screen.shows("No alarm matches. Esc clears the filter.")).isTrue();
        screen.press(KeyCode.ESCAPE);
        assertThat(list(screen).getItems()).hasSize(8);
    }

    @Test
    void whereNothingRangItSaysSo(Screen screen) {
        engines.environment("dev", "CREATE_COMPLETE", Duration.ofDays(2));
        engines.measure("dev", 2, State.OK, State.OK, State.OK, State.OK);
        open(screen, Theme.Choice.LIGHT);

        assertThat(screen.shows("Every alarm is OK, and none rang in the last 7 days."))
                .isTrue();
    }

    @SuppressWarnings("unchecked")
    private static ListView<AlarmEntry> list(Screen screen) {
        return (ListView<AlarmEntry>) screen.find(".list-view");
    }
}
