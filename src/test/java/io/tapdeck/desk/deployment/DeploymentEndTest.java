package io.tapdeck.desk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.Interrupted;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Situation;
import io.tapdeck.deploy.StackState;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.OnePage;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.EnvironmentKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The deployment's page when it has ended: why it failed, what it gave, what comes next. */
@ExtendWith({Headless.class, FxWatchdog.class})
class DeploymentEndTest {
    private final TestDesk desk = new TestDesk();
    private final Sample sample = new Sample(desk);
    private DeploymentModel model = sample.model("qa7");
    private final OnePage<DeploymentPage> page = new OnePage<>(desk, this::open);

    private DeploymentPage open(PageContext context) {
        return new DeploymentPage(
                context, new RunningDeployments(new OpenSessions(context.services()), context.background()), model);
    }

    private void play(List<DeploymentEvent> events) {
        Screen.onFx(() -> events.forEach(model::on));
        Screen.settle();
    }

    @Test
    void itEndsUpWithItsOutputsAndTheWayToItsCharts(Screen screen) {
        desk.environment("qa7", "CREATE_COMPLETE", Duration.ZERO);
        page.show(screen, Theme.Choice.DARK);
        play(sample.underWay());
        play(sample.completion());
        assertThat(screen.shows("qa7 is up")).isTrue();
        assertThat(screen.shows("CREATE_COMPLETE")).isTrue();
        assertThat(screen.shows("ClusterEndpoint")).isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "deploy-up-1000");
        screen.robot().clickOn("Watch");
        desk.background.settle();
        assertThat(page.sent()).containsExactly("watch qa7");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aFailureShowsItsRootCauseFirst(Theme.Choice theme, Screen screen) {
        model = sample.model("stage2");
        page.show(screen, theme);
        play(sample.failed());
        assertThat(screen.shows("stage2 was not created")).isTrue();
        assertThat(screen.shows("Nothing of it is left: 4 resources were made and removed again."))
                .isTrue();
        assertThat(screen.shows(Sample.SCHEDULED)).isTrue();
        assertThat(screen.shows("What can be done")).isTrue();
        assertThat(screen.shows("failed first")).isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "deploy-failed-" + theme.key() + "-1000");
        Pictures.save(page.scene(theme, 1280, 800), "deploy-failed-" + theme.key());
    }

    @Test
    void theCauseCanBeCopiedAndTheEmptyStackDeleted(Screen screen) {
        model = sample.model("stage2");
        page.show(screen, Theme.Choice.LIGHT);
        play(sample.failed());
        screen.robot().type(KeyCode.C);
        assertThat(Screen.call(() -> Clipboard.getSystemClipboard().getString()))
                .contains(Sample.SCHEDULED);
        desk.deployments.stands(standing("ROLLBACK_COMPLETE"));
        screen.robot().clickOn("Delete the empty stack");
        desk.background.settle();
        assertThat(page.sent()).containsExactly("recover stage2 DeleteEmpty[part=null, stackId=arn:now]");
    }

    @Test
    void whatWasDeployedSinceAnOldEndIsShownAndNotDeleted(Screen screen) {
        model = sample.model("stage2");
        page.show(screen, Theme.Choice.LIGHT);
        play(sample.failed());
        desk.deployments.stands(standing("CREATE_COMPLETE"));
        screen.robot().clickOn("Delete the empty stack");
        desk.background.settle();
        assertThat(page.sent()).containsExactly("situation stage2");
    }

    @Test
    void whatARollbackKeptIsNotCalledRemoved(Screen screen) {
        model = sample.model("stage2");
        page.show(screen, Theme.Choice.LIGHT);
        play(sample.failedKeeping("AuroraEncryptionKey"));
        assertThat(screen.shows("1 resource was made and stays in the account without a stack."))
                .isTrue();
        assertThat(screen.shows("Left in the account without a stack")).isTrue();
        assertThat(screen.shows("Nothing of it is left")).isFalse();
    }

    private List<DeploymentEvent> failing(String status) {
        Instant now = desk.clock.instant();
        return List.of(
                sample.started(now),
                sample.stack(now, "CREATE_COMPLETE"),
                new DeploymentEvent.Ended(
                        now,
                        new Outcome.Failed(
                                "tapdeck-aurora-mysql-qa7",
                                status,
                                sample.failure(now).cause())));
    }

    @Test
    void whatIsUpWithoutItsProtectionIsNotCalledAWreck(Screen screen) {
        page.show(screen, Theme.Choice.LIGHT);
        play(failing("CREATE_COMPLETE"));
        assertThat(screen.shows("qa7 is up; its protection is not set")).isTrue();
        assertThat(screen.shows("tapdeck-aurora-mysql-qa7 is up; its termination protection is not set."))
                .isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
    }

    @Test
    void aStackWhoseTurnNeverCameIsNotCalledAWreck(Screen screen) {
        page.show(screen, Theme.Choice.DARK);
        play(failing(Outcome.Failed.NOT_STARTED));
        assertThat(screen.shows("qa7 was created in part")).isTrue();
        assertThat(screen.shows("tapdeck-aurora-mysql-qa7 was not begun; what came before it is done."))
                .isTrue();
    }

    private Situation standing(String state) {
        StackState now = new StackState(state);
        EnvironmentKey key = desk.key("stage2");
        return new Situation(
                key,
                List.of(new Situation.StackSituation(
                        null, key.stackName(), "arn:now", now, null, null, List.of(), now.actions())));
    }

    @Test
    void aRemedyIsDoneByItsNumberAndTheFirstByEnter(Screen screen) {
        model = sample.model("stage2");
        page.show(screen, Theme.Choice.DARK);
        play(sample.failed());
        screen.press(KeyCode.ENTER);
        assertThat(page.sent()).containsExactly("another stage2");
        screen.press(KeyCode.ALT, KeyCode.DIGIT1);
        assertThat(page.sent()).containsExactly("another stage2", "another stage2");
        screen.press(KeyCode.ALT, KeyCode.DIGIT2);
        assertThat(page.sent()).as("what is done elsewhere has no button").hasSize(2);
    }

    @Test
    void whatIsLeftWithoutAStackIsListedAtTheEnd(Screen screen) {
        page.show(screen, Theme.Choice.LIGHT);
        play(List.of(new DeploymentEvent.Ended(
                desk.clock.instant(),
                new Outcome.Gone(
                        "tapdeck-aurora-mysql-qa7",
                        List.of(new Outcome.Orphan(
                                "DatabaseBackupBucket", "AWS::S3::Bucket", "aurora-backups-qa7", true))))));
        assertThat(screen.shows("Left in the account without a stack")).isTrue();
        assertThat(screen.shows("aurora-backups-qa7")).isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "deploy-orphans-light-1000");
    }

    @Test
    void whatWasInterruptedIsFoundOutAtTheStart(Screen screen) {
        desk.deployments.interrupt(new Interrupted(
                "op-1", desk.key("qa7"), Operation.CREATE, desk.clock.instant().minusSeconds(600)));
        desk.deployments.play(sample.underWay(), Sample.up());
        RunningDeployments all =
                Screen.call(() -> new RunningDeployments(new OpenSessions(desk.services()), desk.background));
        Screen.onFx(all::catchUp);
        desk.background.settle();
        assertThat(desk.deployments.calls()).containsExactly("resume qa7");
        model = all.all().getFirst();
        page.show(screen, Theme.Choice.DARK);
        assertThat(screen.shows("qa7 is up")).isTrue();
        assertThat(screen.shows("Tapdeck was closed in the middle of it. This is what became of it."))
                .isTrue();
        Pictures.save(screen.scene(), "deploy-interrupted-dark-1000");
    }

    @Test
    void aRefusalSaysWhyAndWhatToDo(Screen screen) {
        page.show(screen, Theme.Choice.LIGHT);
        Screen.onFx(() -> model.refused("The change set is out of date. Review again."));
        Screen.settle();
        assertThat(screen.shows("qa7 was not created")).isTrue();
        assertThat(screen.shows("The change set is out of date. Review again.")).isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
    }

    @Test
    void aButtonDoesNotRepeatTheSentenceBesideIt(Screen screen) {
        model = sample.model("stage2");
        page.show(screen, Theme.Choice.DARK);
        play(sample.failed());
        assertThat(screen.shows("Use another suffix…")).isTrue();
        assertThat(screen.shows("Use another suffix.")).isFalse();
    }

    @Test
    void aFailureBeforeAnythingBeganHasNoSpan(Screen screen) {
        page.show(screen, Theme.Choice.DARK);
        play(sample.failed().stream()
                .filter(DeploymentEvent.Ended.class::isInstance)
                .toList());
        assertThat(screen.shows("Nothing of it is left.")).isTrue();
        assertThat(Labels.visible((Parent) screen.find(".td-deployment-head")))
                .extracting(label -> label.text())
                .as("nothing follows the sentence")
                .doesNotContain("·");
    }
}
