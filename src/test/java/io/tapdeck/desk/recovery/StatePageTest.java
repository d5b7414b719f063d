package io.tapdeck.desk.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.BucketContent;
import io.tapdeck.deploy.BucketContent.Kind;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DestroyPreview;
import io.tapdeck.deploy.LeftBehind;
import io.tapdeck.deploy.Situation;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.OnePage;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import java.time.Duration;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One card for every state: what it means, what follows, what can be done. */
@ExtendWith({Headless.class, FxWatchdog.class})
class StatePageTest {
    private final TestDesk desk = new TestDesk();
    private final Standing standing = new Standing(desk);
    private final OnePage<StatePage> page = new OnePage<>(desk, context -> new StatePage(context, desk.key("billing")));

    private void show(Screen screen, Theme.Choice theme, String state) {
        desk.deployments.stands(standing.in(state));
        page.show(screen, theme);
        desk.background.settle();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ABSENT",
                "REVIEW_IN_PROGRESS",
                "ROLLBACK_COMPLETE",
                "CREATE_FAILED",
                "UPDATE_FAILED",
                "UPDATE_ROLLBACK_FAILED",
                "DELETE_FAILED",
                "UPDATE_IN_PROGRESS",
                "CREATE_COMPLETE",
                "SOMETHING_NEW"
            })
    void aStateIsToldInFullInOneLayout(String state, Screen screen) {
        for (Theme.Choice theme : List.of(Theme.Choice.DARK, Theme.Choice.LIGHT)) {
            show(screen, theme, state);
            var stack = standing.in(state).foremost();
            var model = new RecoveryModel(standing.in(state), stack, true);
            assertThat(screen.shows(stack.stackId() == null ? "no stack" : state))
                    .isTrue();
            assertThat(screen.shows(stack.state().sentence())).isTrue();
            assertThat(screen.shows(stack.state().consequences())).isTrue();
            stack.actions()
                    .forEach(action -> assertThat(
                                    screen.shows(ActionWords.of(model, action).verb()))
                            .as(action.name())
                            .isTrue());
            assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
            assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
            Pictures.save(screen.scene(), "state-" + state + "-" + theme.key() + "-1000");
            Scene wide = page.scene(theme, 1280, 800);
            Pictures.save(wide, "state-" + state + "-" + theme.key());
            assertThat(Labels.truncated(wide.getRoot())).isEmpty();
        }
    }

    @Test
    void aRollbackIsContinuedAndWhatIsSkippedIsSaid(Screen screen) {
        show(screen, Theme.Choice.DARK, "UPDATE_ROLLBACK_FAILED");
        assertThat(screen.shows("Nothing is skipped: AWS tries all of them again."))
                .isTrue();
        assertThat(screen.shows("AWS does not let it be skipped"))
                .as("of what was merely cancelled")
                .isTrue();
        screen.robot().clickOn("Skip it");
        assertThat(screen.shows("AuroraCluster is taken as rolled back although it is not"))
                .isTrue();
        Pictures.save(screen.scene(), "state-skip-dark-1000");
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(page.sent())
                .containsExactly("recover billing ContinueRollback[part=null, skipped=[AuroraClusterbilling00C8FB72]]");
    }

    @Test
    void aBucketIsEmptiedOnlyAfterTheSuffixIsTyped(Screen screen) {
        show(screen, Theme.Choice.LIGHT, "DELETE_FAILED");
        screen.robot().clickOn("Empty it first");
        assertThat(screen.shows(
                        "Every object in DatabaseBackupBucket is lost, with all its versions, before AWS tries again."))
                .isTrue();
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(screen.shows("Confirm the data loss")).isTrue();
        Pictures.save(screen.scene(), "state-empty-light-1000");
        assertThat(page.sent()).isEmpty();
        screen.type("billing");
        screen.press(KeyCode.ENTER);
        assertThat(page.sent()).containsExactly("recover billing Delete[part=null, emptied=[DatabaseBackupBucket]]");
    }

    @Test
    void whatIsLeftInTheAccountIsListedAndChosen(Screen screen) {
        show(screen, Theme.Choice.DARK, "DELETE_FAILED");
        screen.press(KeyCode.DIGIT2);
        assertThat(screen.shows("DatabaseBackupBucket and AuroraSecurityGroup stay in the account without a stack."))
                .isTrue();
        assertThat(screen.shows("DatabaseBackupBucket holds data and goes on costing money."))
                .isTrue();
        Pictures.save(screen.scene(), "state-leave-dark-1000");
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(page.sent()).hasSize(1);
        assertThat(page.sent().getFirst()).startsWith("recover billing DeleteRetaining");
    }

    @Test
    void nothingTickedIsNoReasonLeftUntold(Screen screen) {
        show(screen, Theme.Choice.DARK, "DELETE_FAILED");
        screen.press(KeyCode.DIGIT2);
        screen.robot().clickOn("#tick-DatabaseBackupBucket").clickOn("#tick-AuroraSecurityGroup");
        Screen.settle();
        assertThat(screen.shows("Tick what is left in the account.")).isTrue();
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(page.sent()).isEmpty();
    }

    @Test
    void aForcedDeletionAsksForTheSuffixAndNamesWhatIsLeft(Screen screen) {
        show(screen, Theme.Choice.DARK, "DELETE_FAILED");
        screen.press(KeyCode.DIGIT3);
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(screen.shows("DatabaseBackupBucket and AuroraSecurityGroup stay in the account without a stack."))
                .isTrue();
        screen.type("billing");
        screen.press(KeyCode.ENTER);
        assertThat(page.sent()).containsExactly("recover billing ForceDelete[part=null]");
    }

    @Test
    void anEmptyStackIsDeletedWithoutAQuestion(Screen screen) {
        show(screen, Theme.Choice.LIGHT, "ROLLBACK_COMPLETE");
        screen.press(KeyCode.DIGIT2);
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(page.sent()).containsExactly("recover billing DeleteEmpty[part=null, stackId=arn:stack]");
    }

    @Test
    void anEmptyStackWithOthersIsDestroyedAsEveryEnvironmentIs(Screen screen) {
        desk.deployments.previewAs(new DestroyPreview("stack", List.of("ReplicaTopic"), List.of(), List.of()));
        desk.deployments.stands(standing.withPart("ROLLBACK_COMPLETE"));
        page.show(screen, Theme.Choice.LIGHT);
        desk.background.settle();
        assertThat(screen.shows("Nothing is lost")).isFalse();
        screen.press(KeyCode.DIGIT2);
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.background.settle();
        assertThat(screen.shows("Destroy billing")).isTrue();
        assertThat(page.sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE_FAILED,1,'Delete[part=null, emptied=[]]'",
        "DELETE_FAILED,2,DeleteRetaining",
        "DELETE_FAILED,3,ForceDelete",
        "ROLLBACK_FAILED,1,'Delete[part=null, emptied=[]]'"
    })
    void aDeletionThatTakesAHealthyStackWithItNamesItAndAsksForTheSuffix(
            String state, int choice, String begun, Screen screen) {
        desk.deployments.stands(standing.withPart(state));
        page.show(screen, Theme.Choice.DARK);
        desk.background.settle();
        screen.press(KeyCode.getKeyCode(String.valueOf(choice)));
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(screen.shows("Also deleted, except what their templates keep:"
                        + " tapdeck-aurora-mysql-billing-replica in eu-west-1."))
                .isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(page.sent()).isEmpty();
        screen.type("billing");
        screen.press(KeyCode.ENTER);
        assertThat(page.sent()).hasSize(1);
        assertThat(page.sent().getFirst()).startsWith("recover billing " + begun);
    }

    @Test
    void whatIsLeftOfAStackAloneIsDeletedWithoutAQuestion(Screen screen) {
        show(screen, Theme.Choice.DARK, "ROLLBACK_FAILED");
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(page.sent()).containsExactly("recover billing Delete[part=null, emptied=[]]");
    }

    @Test
    void aPartOfAnEnvironmentThatStandsIsDeletedAlone() {
        Situation situation = standing.withPart("CREATE_COMPLETE");
        assertThat(situation.goWith(situation.stacks().getLast())).isEmpty();
        assertThat(situation.goWith(situation.stacks().getFirst()))
                .containsExactly(situation.stacks().getLast());
    }

    @Test
    void aCreationIsRemovedOnlyAfterTheSuffixIsTyped(Screen screen) {
        show(screen, Theme.Choice.DARK, "CREATE_FAILED");
        assertThat(screen.shows("Everything in it is deleted, also what is otherwise kept."))
                .isTrue();
        screen.press(KeyCode.DIGIT2);
        assertThat(screen.shows("Remove what was made…")).isTrue();
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(screen.shows("Confirm the data loss")).isTrue();
        assertThat(page.sent()).isEmpty();
        screen.type("billing");
        screen.press(KeyCode.ENTER);
        assertThat(page.sent()).containsExactly("recover billing RollBack[part=null]");
    }

    @Test
    void whatWasNotMadeIsDeployedAgainWithItsSettings(Screen screen) {
        show(screen, Theme.Choice.LIGHT, "ROLLBACK_COMPLETE");
        screen.robot().clickOn("Deploy it again…");
        assertThat(page.sent()).containsExactly("again billing");
    }

    @Test
    void anUpdateIsCancelledAfterItIsSaidWhatHappens(Screen screen) {
        show(screen, Theme.Choice.DARK, "UPDATE_IN_PROGRESS");
        screen.press(KeyCode.DIGIT2);
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(screen.shows("AWS turns back what was changed so far.")).isTrue();
        screen.robot().clickOn(".td-card-pop .danger");
        assertThat(page.sent()).containsExactly("recover billing CancelUpdate[part=null]");
    }

    @Test
    void destroyingWhatStillRunsAsksAsEveryDestructionDoes(Screen screen) {
        desk.deployments.previewAs(
                new DestroyPreview("stack", List.of("AuroraCluster"), List.of("DatabaseBackupBucket"), List.of()));
        show(screen, Theme.Choice.DARK, "UPDATE_ROLLBACK_FAILED");
        screen.press(KeyCode.DIGIT2);
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.background.settle();
        assertThat(screen.shows("Destroy billing")).isTrue();
        assertThat(screen.shows("Deleted, with everything in it: 1")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void destroyingTellsWhatStopsItAndWhatItLeavesBehind(Theme.Choice theme, Screen screen) {
        desk.deployments.previewAs(new DestroyPreview(
                "stack",
                List.of("AuroraCluster", "Secret"),
                List.of("a last snapshot of AuroraCluster"),
                List.of(),
                List.of(new LeftBehind("Secret", "Secret: its name stays taken for 7 to 30 days.", "a guide")),
                List.of(
                        new BucketContent("Full", "BackupBucket", "full-billing", Kind.HOLDS_OBJECTS),
                        new BucketContent("Empty", "EmptyBucket", "empty-billing", Kind.EMPTY),
                        new BucketContent("Dark", "LogBucket", "dark-billing", Kind.NOT_CHECKED))));
        show(screen, theme, "UPDATE_ROLLBACK_FAILED");
        screen.press(KeyCode.DIGIT2);
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.background.settle();
        assertThat(screen.shows("Buckets that are not empty, or not checked: 2"))
                .isTrue();
        assertThat(screen.shows("BackupBucket holds objects: AWS cannot delete it until it is emptied."))
                .isTrue();
        assertThat(screen.shows("Whether LogBucket is empty could not be checked."))
                .isTrue();
        assertThat(screen.shows("EmptyBucket is empty.")).isFalse();
        assertThat(screen.shows("Left behind, outside of CloudFormation: 1")).isTrue();
        assertThat(screen.shows("Secret: its name stays taken for 7 to 30 days."))
                .isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "destroy-" + theme.key() + "-1000");
    }

    @Test
    void aSilentAwsIsToldAndAskedAgain(Screen screen) {
        desk.deployments.fail(new DeployException("Rate exceeded.", "Try it in a minute."));
        page.show(screen, Theme.Choice.DARK);
        desk.background.settle();
        assertThat(screen.shows("Rate exceeded. Try it in a minute.")).isTrue();
        desk.deployments.fail(null);
        desk.deployments.stands(standing.in("UPDATE_FAILED"));
        screen.robot().clickOn("Read again");
        desk.background.settle();
        assertThat(screen.shows("billing was changed in part")).isTrue();
    }

    @Test
    void aRemedyOfTheCauseIsChosenByAltAndItsNumber(Screen screen) {
        show(screen, Theme.Choice.DARK, "UPDATE_FAILED");
        assertThat(page.page().keys()).contains(new Page.KeyHint("Alt 1–3", "choose a remedy"));
        screen.press(KeyCode.ALT, KeyCode.DIGIT3);
        assertThat(page.sent()).containsExactly("change billing");
    }

    @Test
    void whatIsOlderThanADayHasItsDay(Screen screen) {
        desk.deployments.stands(standing.in("ROLLBACK_COMPLETE"));
        desk.clock.advance(Duration.ofDays(2));
        page.show(screen, Theme.Choice.LIGHT);
        desk.background.settle();
        assertThat(screen.shows("since 20 Nov ")).isTrue();
    }

    @Test
    void anEmptyStackIsCalledAsAwsCallsIt(Screen screen) {
        show(screen, Theme.Choice.LIGHT, "REVIEW_IN_PROGRESS");
        assertThat(Labels.visible(screen.scene().getRoot()))
                .extracting(label -> label.text())
                .as("the state stands there by itself")
                .contains("REVIEW_IN_PROGRESS");
    }
}
