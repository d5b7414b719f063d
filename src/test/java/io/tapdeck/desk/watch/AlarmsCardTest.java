package io.tapdeck.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.OnePage;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.monitor.Acknowledgement;
import io.tapdeck.monitor.AlarmActions;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.CompositeAlarm;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.TopicSubscriptions;
import io.tapdeck.monitor.TopicSubscriptions.Subscription;
import io.tapdeck.monitor.Watch;
import io.tapdeck.monitor.Watched;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cards over an environment's page: its alarms, and what is at hand. */
@ExtendWith({Headless.class, FxWatchdog.class})
class AlarmsCardTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:alarms-prod1";
    private static final AlarmActions TELLS = new AlarmActions(true, List.of(TOPIC), List.of(), List.of());

    private final TestDesk desk = new TestDesk();
    private final Measured measured = new Measured(desk);
    private final OnePage<WatchPage> page = new OnePage<>(desk, context -> {
        DeployedEnvironment found = desk.environment("prod1", "UPDATE_COMPLETE", Duration.ofDays(4));
        return WatchPage.of(
                context,
                new DeployedEnvironment(
                        found.key(),
                        found.stackName(),
                        found.stackId(),
                        found.status(),
                        found.deployedAt(),
                        Map.of(
                                "ClusterEndpoint",
                                "prod1.cluster-1k9x.us-east-1.rds.amazonaws.com:3306",
                                "SecretArn",
                                "arn:aws:secretsmanager:us-east-1:000000000000:secret:aurora-db-secret-prod1-a1b2c3",
                                "Unheard",
                                "of"),
                        found.resources()));
    });

    private void show(Screen screen, Theme.Choice theme) {
        desk.monitor.watchAs(this::told);
        page.show(screen, theme);
        desk.background.settle();
    }

    private Watch told(Watched environment, Range range) {
        Watch watch = measured.watch(range);
        List<AlarmState> alarms =
                watch.alarms().stream().map(AlarmsCardTest::telling).toList();
        CompositeAlarm all = new CompositeAlarm(
                "prod1-any",
                "arn:aws:cloudwatch:us-east-1:000000000000:alarm:prod1-any",
                State.ALARM,
                desk.clock.instant().minus(Duration.ofMinutes(37)),
                "HighACUUtilization transitioned to ALARM",
                "ALARM(\"HighACUUtilization\") OR ALARM(\"other\")",
                List.of(
                        new CompositeAlarm.Child("HighACUUtilization", State.ALARM),
                        new CompositeAlarm.Child("other", null)),
                AlarmActions.NONE);
        return new Watch(
                watch.asOf(),
                watch.start(),
                watch.end(),
                watch.series(),
                alarms,
                watch.transitions(),
                List.of(),
                List.of(all),
                desk.monitor.acknowledgements(environment),
                null);
    }

    private static AlarmState telling(AlarmState alarm) {
        return new AlarmState(
                alarm.alarmId(),
                alarm.name(),
                alarm.arn(),
                alarm.state(),
                alarm.since(),
                alarm.reason(),
                alarm.threshold(),
                alarm.datapointsToAlarm(),
                alarm.evaluationPeriods(),
                alarm.periodSeconds(),
                alarm.missingData(),
                alarm.actionsEnabled(),
                TELLS,
                null,
                List.of());
    }

    private void alarms(Screen screen) {
        screen.press(KeyCode.A);
        desk.background.settle();
        Screen.settle();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theCardsAreWholeAndNamed(Theme.Choice theme, Screen screen) {
        desk.monitor.topic(
                TOPIC,
                new TopicSubscriptions.Known(List.of(
                        new Subscription("email", "ops@acme.example", true),
                        new Subscription("email", "billing@acme.example", false))));
        show(screen, theme);
        alarms(screen);
        Pictures.save(screen.scene(), "alarms-card-" + theme.key() + "-1000");
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
        screen.press(KeyCode.ESCAPE);
        screen.press(KeyCode.H);
        Pictures.save(screen.scene(), "at-hand-" + theme.key() + "-1000");
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
    }

    @Test
    void anAlarmSaysWhoIsToldAndWhoHasNotConfirmed(Screen screen) {
        desk.monitor.topic(
                TOPIC,
                new TopicSubscriptions.Known(List.of(
                        new Subscription("email", "ops@acme.example", true),
                        new Subscription("email", "billing@acme.example", false))));
        show(screen, Theme.Choice.DARK);
        alarms(screen);
        assertThat(screen.shows("Tells ops@acme.example.")).isTrue();
        assertThat(screen.shows("Not confirmed yet: billing@acme.example.")).isTrue();
        assertThat(screen.shows("since 14:05, 37 min")).isTrue();
        assertThat(screen.shows("2 of 2, 5 min at or above 80 %")).isTrue();
        assertThat(screen.shows("HighACUUtilization: ALARM")).isTrue();
        assertThat(screen.shows("other: not read here")).isTrue();
    }

    @Test
    void aTopicWithoutConfirmedSubscriptionTellsNobody(Screen screen) {
        desk.monitor.topic(TOPIC, new TopicSubscriptions.Known(List.of()));
        show(screen, Theme.Choice.DARK);
        alarms(screen);
        assertThat(screen.shows("Nobody is told: the topic alarms-prod1 has no confirmed subscription."))
                .isTrue();
    }

    @Test
    void anAlarmIsAcknowledgedWithANote(Screen screen) {
        show(screen, Theme.Choice.DARK);
        alarms(screen);
        Screen.onFx(() -> screen.robot()
                .lookup((javafx.scene.Node node) -> "Note for ACU utilization".equals(node.getAccessibleText()))
                .query()
                .requestFocus());
        screen.type("the import runs");
        screen.press(KeyCode.ENTER);
        desk.background.settle();
        assertThat(screen.shows("Seen by test, 14:05: the import runs")).isTrue();
        assertThat(screen.shows("Acknowledge")).isFalse();
    }

    @Test
    void whatIsAtHandSaysFromWhereItIsReachedAndIsCopied(Screen screen) {
        show(screen, Theme.Choice.DARK);
        screen.press(KeyCode.H);
        assertThat(screen.shows("Writer endpoint")).isTrue();
        assertThat(screen.shows("not from the internet")).isTrue();
        assertThat(screen.shows("Unheard")).isTrue();
        Screen.onFx(() -> ((javafx.scene.control.Button) screen.robot()
                        .lookup((javafx.scene.Node node) -> "Copy Writer endpoint".equals(node.getAccessibleText()))
                        .query())
                .fire());
        assertThat(screen.shows("Writer endpoint is copied.")).isTrue();
        assertThat(Screen.call(
                        () -> javafx.scene.input.Clipboard.getSystemClipboard().getString()))
                .isEqualTo("prod1.cluster-1k9x.us-east-1.rds.amazonaws.com:3306");
    }

    @Test
    void whoPressesTwiceAcknowledgesOnce(Screen screen) {
        show(screen, Theme.Choice.DARK);
        alarms(screen);
        Screen.onFx(() -> screen.robot()
                .lookup((javafx.scene.Node node) -> "Note for ACU utilization".equals(node.getAccessibleText()))
                .query()
                .requestFocus());
        screen.type("import");
        screen.press(KeyCode.ENTER);
        screen.type("s");
        screen.press(KeyCode.ENTER);
        screen.robot().clickOn("Acknowledge");
        desk.background.settle();
        assertThat(page.page().model().environment())
                .satisfies(environment -> assertThat(desk.monitor.acknowledgements(environment))
                        .extracting(Acknowledgement::note)
                        .containsExactly("import"));
    }
}
