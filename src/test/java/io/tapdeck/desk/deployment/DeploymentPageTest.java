package io.tapdeck.desk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.EnvironmentBusyException;
import io.tapdeck.deploy.Silence;
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
import io.tapdeck.store.OperationLocks.Busy;
import io.tapdeck.store.OperationLocks.Holder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The deployment's page while it runs, and the deployments that a desk follows. */
@ExtendWith({Headless.class, FxWatchdog.class})
class DeploymentPageTest {
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

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void progressIsToldInFullAndNothingIsCutOff(Theme.Choice theme, Screen screen) {
        page.show(screen, theme);
        play(sample.underWay());
        assertThat(screen.shows("Creating qa7")).isTrue();
        assertThat(screen.shows("16 of 24 resources")).isTrue();
        assertThat(screen.shows("1 in progress, 7 waiting")).isTrue();
        assertThat(screen.shows("started 14:35:48")).isTrue();
        assertThat(screen.shows("6 min 12 s")).isTrue();
        assertThat(screen.shows("10 to 17 min")).isTrue();
        assertThat(page.status()).isEqualTo("Events read 1 s ago. Closing this window does not cancel.");
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "deploy-" + theme.key() + "-1000");
        Pictures.save(page.scene(theme, 1280, 800), "deploy-" + theme.key());
    }

    @Test
    void timePassesAndTheElapsedTimeWithIt(Screen screen) {
        page.show(screen, Theme.Choice.DARK);
        play(sample.underWay());
        desk.clock.advance(Duration.ofSeconds(10));
        Screen.onFx(model::touch);
        assertThat(screen.shows("6 min 22 s")).isTrue();
        assertThat(screen.shows("4 min 41 s")).isTrue();
    }

    @Test
    void anUpdateIsCancelledByKeyboardWhereAwsAllowsIt(Screen screen) {
        page.show(screen, Theme.Choice.DARK);
        play(sample.underWay());
        screen.press(KeyCode.CONTROL, KeyCode.PERIOD);
        assertThat(screen.shows("Cancel")).as("a creation cannot be cancelled").isFalse();
        play(List.of(sample.stack(desk.clock.instant(), "UPDATE_IN_PROGRESS")));
        assertThat(screen.shows("Cancel…")).isTrue();
        Pictures.save(screen.scene(), "deploy-cancellable-dark-1000");
        screen.press(KeyCode.CONTROL, KeyCode.PERIOD);
        assertThat(screen.shows("AWS turns back what was changed so far.")).isTrue();
        Pictures.save(screen.scene(), "deploy-cancel-dark-1000");
        desk.deployments.play(List.of(), Sample.up());
        screen.robot().clickOn(".td-card-pop .danger");
        desk.background.settle();
        assertThat(desk.deployments.calls()).containsExactly("recover qa7 CancelUpdate[part=null]");
        assertThat(screen.shows("Cancel…")).as("once is enough").isFalse();
    }

    @Test
    void aRefusedCancellationIsToldAndCanBeTriedAgain(Screen screen) {
        page.show(screen, Theme.Choice.DARK);
        play(List.of(sample.started(desk.clock.instant()), sample.stack(desk.clock.instant(), "UPDATE_IN_PROGRESS")));
        desk.deployments.fail(new DeployException("It is done already.", "Nothing is to be cancelled."));
        screen.robot().clickOn("Cancel…");
        screen.robot().clickOn(".td-card-pop .danger");
        desk.background.settle();
        assertThat(screen.shows("It is done already. Nothing is to be cancelled."))
                .isTrue();
        assertThat(screen.shows("Cancel…")).isTrue();
    }

    @Test
    void aLostConnectionIsToldAndTheDeploymentGoesOn(Screen screen) {
        page.show(screen, Theme.Choice.DARK);
        play(sample.underWay());
        play(List.of(new DeploymentEvent.NotHeard(desk.clock.instant(), Silence.LOST, "refused")));
        assertThat(page.status()).isEqualTo("No answer since 14:42:00. CloudFormation carries on; Tapdeck asks again.");
        assertThat(page.page().fresh().getValue()).isFalse();
        assertThat(screen.shows("Creating qa7")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void anExpiredSessionIsAskedForOverTheReadablePage(Theme.Choice theme, Screen screen) {
        page.show(screen, theme);
        play(sample.underWay());
        play(List.of(expired()));
        desk.clock.advance(Duration.ofMinutes(4));
        Screen.onFx(model::touch);
        Screen.settle();
        assertThat(screen.shows("Your session sandbox has expired")).isTrue();
        assertThat(screen.shows("4 min ago")).isTrue();
        assertThat(screen.shows("as of 14:41:59"))
                .as("the age of what is shown")
                .isTrue();
        assertThat(screen.shows("LAST SEEN CREATE_IN_PROGRESS")).isTrue();
        assertThat(screen.shows("AuroraCluster"))
                .as("the page can still be read")
                .isTrue();
        assertThat(page.status()).isEqualTo("Paused since 14:42:00, waiting for sign-in");
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "deploy-expired-" + theme.key() + "-1000");
        Pictures.save(page.scene(theme, 1280, 800), "deploy-expired-" + theme.key());
    }

    @Test
    void whenTheSessionWorksAgainItGoesOnByItself(Screen screen) {
        page.show(screen, Theme.Choice.DARK);
        play(sample.underWay());
        play(List.of(expired()));
        play(List.of(new DeploymentEvent.Heard(desk.clock.instant())));
        assertThat(screen.shows("has expired")).isFalse();
        assertThat(screen.shows("1 in progress, 7 waiting")).isTrue();
    }

    @Test
    void onePersonMayWorkOffline(Screen screen) {
        page.show(screen, Theme.Choice.DARK);
        play(sample.underWay());
        play(List.of(expired()));
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.shows("has expired")).isFalse();
        assertThat(screen.shows("as of 14:41:59")).isTrue();
        assertThat(page.sent()).as("Escape did not leave the page").isEmpty();
    }

    @Test
    void nothingMovesUnderTheCardOfAnExpiredSession(Screen screen) {
        page.show(screen, Theme.Choice.DARK);
        play(sample.underWay());
        play(List.of(expired()));
        String chosen = model.selectedId();
        assertThat(Screen.call(() -> ((Button) screen.scene().getFocusOwner()).getText()))
                .isEqualTo("Work offline");
        screen.press(KeyCode.J);
        screen.press(KeyCode.I);
        assertThat(model.selectedId()).isEqualTo(chosen);
        screen.press(KeyCode.ESCAPE);
        screen.press(KeyCode.J);
        assertThat(model.selectedId()).as("the page is in use again").isNotEqualTo(chosen);
    }

    private DeploymentEvent expired() {
        return new DeploymentEvent.NotHeard(
                desk.clock.instant(), Silence.NEEDS_SIGN_IN, "Your session sandbox has expired.");
    }

    @Test
    void everythingIsReachedByKeyboard(Screen screen) {
        page.show(screen, Theme.Choice.DARK);
        play(sample.underWay());
        screen.robot().type(KeyCode.J);
        assertThat(model.selectedId()).isEqualTo("SecretAttachment");
        screen.robot().type(KeyCode.K);
        assertThat(model.selectedId()).isEqualTo("AuroraCluster");
        screen.robot().type(KeyCode.LEFT);
        assertThat(model.selectedId()).isEqualTo("group:database");
        assertThat(screen.shows("AuroraClusterwriter")).isFalse();
        screen.robot().type(KeyCode.RIGHT);
        assertThat(screen.shows("AuroraClusterwriter")).isTrue();
        screen.robot().type(KeyCode.I);
        assertThat(screen.shows("Nothing chosen")).isFalse();
        screen.robot().type(KeyCode.P);
        assertThat(screen.shows("No problem so far.")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void whatKeepsItFromBeginningIsFollowedInstead(Theme.Choice theme, Screen screen) {
        RunningDeployments all =
                Screen.call(() -> new RunningDeployments(new OpenSessions(desk.services()), desk.background));
        desk.deployments.fail(new EnvironmentBusyException(
                desk.key("qa7"), new Busy(false, new Holder(4711, "other", "UPDATE", desk.clock.instant()))));
        DeploymentModel refused = Screen.call(() -> all.execute(sample.review()));
        OnePage<DeploymentPage> kept = new OnePage<>(desk, context -> new DeploymentPage(context, all, refused));
        kept.show(screen, theme);
        desk.background.settle();
        assertThat(screen.shows("Another Tapdeck on this computer (process 4711) works on qa7: UPDATE since"))
                .isTrue();
        assertThat(screen.shows("See how it stands")).isTrue();
        assertThat(screen.shows("Follow it")).isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "deploy-other-" + theme.key() + "-1000");

        desk.deployments.fail(null);
        desk.deployments.play(sample.underWay(), Sample.up());
        screen.press(KeyCode.ENTER);
        desk.background.settle();
        assertThat(kept.sent()).containsExactly("deployment qa7");
        assertThat(all.all()).as("instead of the refused one").hasSize(1);
        assertThat(all.all().getFirst().state().outcome()).isEqualTo(Sample.up());
        assertThat(desk.deployments.calls()).as("following changes nothing").isEmpty();
    }

    @Test
    void whatThisDeskFollowsAlreadyIsNotFollowedTwice() {
        RunningDeployments all =
                Screen.call(() -> new RunningDeployments(new OpenSessions(desk.services()), desk.background));
        DeploymentModel first = Screen.call(() -> all.execute(sample.review()));
        Screen.onFx(() -> all.execute(sample.review()).refusedFor("This Tapdeck already works on qa7."));
        Screen.onFx(() -> all.followOther(desk.key("qa7")));
        assertThat(all.all()).containsExactly(first);
    }

    @Test
    void theListKeepsWhatRunsAndWhatHasEnded(Screen screen) {
        desk.deployments.play(sample.underWay(), Sample.up());
        OnePage<DeploymentsPage> list = new OnePage<>(desk, context -> {
            RunningDeployments all = new RunningDeployments(new OpenSessions(context.services()), context.background());
            all.execute(sample.review());
            return new DeploymentsPage(context, all);
        });
        list.show(screen, Theme.Choice.DARK);
        assertThat(screen.shows("Creating")).isTrue();
        desk.background.settle();
        assertThat(screen.shows("qa7 is up")).isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "deployments-1000");
        screen.robot().type(KeyCode.J).type(KeyCode.ENTER);
        assertThat(list.sent()).containsExactly("deployment qa7");
    }

    @Test
    void aDeskThatStartsFollowsWhatRuns() {
        desk.deployments.play(sample.underWay(), Sample.up());
        RunningDeployments all =
                Screen.call(() -> new RunningDeployments(new OpenSessions(desk.services()), desk.background));
        Screen.onFx(() -> {
            all.catchUp();
            all.found(List.of(
                    desk.environment("qa7", "CREATE_IN_PROGRESS", Duration.ofMinutes(6)),
                    desk.environment("dev", "CREATE_COMPLETE", Duration.ofDays(1))));
        });
        desk.background.settle();
        assertThat(all.all())
                .extracting(each -> each.environment().suffix().value())
                .containsExactly("qa7");
        assertThat(all.runningProperty().get()).isZero();
    }

    @Test
    void whereNothingRunsThePageSaysSo(Screen screen) {
        desk.environment("dev", "CREATE_COMPLETE", Duration.ofDays(1));
        RunningDeployments all =
                Screen.call(() -> new RunningDeployments(new OpenSessions(desk.services()), desk.background));
        OnePage<DeploymentPage> quiet =
                new OnePage<>(desk, context -> new DeploymentPage(context, all, all.open(desk.key("dev"))));
        quiet.show(screen, Theme.Choice.DARK);
        desk.background.settle();
        assertThat(screen.shows("Nothing runs on dev")).isTrue();
        assertThat(Optional.of(all.runningProperty().get())).contains(0);
    }

    @Test
    void anExecutionThatAwsRefusesIsToldInItsWords() {
        desk.deployments.fail(new DeployException("The change set is gone.", "Review again."));
        RunningDeployments all =
                Screen.call(() -> new RunningDeployments(new OpenSessions(desk.services()), desk.background));
        DeploymentModel refused = Screen.call(() -> all.execute(sample.review()));
        assertThat(all.runningProperty().get()).isEqualTo(1);
        desk.background.settle();
        assertThat(refused.refusal()).isEqualTo("The change set is gone. Review again.");
        assertThat(all.runningProperty().get()).isZero();
    }
}
