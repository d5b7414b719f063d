package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import io.tapdeck.deploy.Preflight;
import io.tapdeck.deploy.Preflight.Check;
import io.tapdeck.deploy.Preflight.Result;
import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.RollbackTriggers;
import io.tapdeck.deploy.StackReview;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.ParcelService;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Validation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a review says of its checks, of what becomes of resources, and of the alarms that roll the update back. */
@ExtendWith({Headless.class, FxWatchdog.class})
class ReviewChecksTest {
    private static final Preflight CHECKS = new Preflight(List.of(
            new Check("Identity", Result.PASSED, "The session is Administrator in account 0000-0000-0000, us-east-1."),
            new Check(
                    "Names",
                    Result.NOT_CHECKED,
                    "Whether the secret parcels-qa7 is free, which only the deployment shows."),
            new Check("Rights", Result.WARNED, "By IAM's simulation Administrator may not: sqs:CreateQueue.")));

    private static final RollbackTriggers WATCHED = new RollbackTriggers(
            Duration.ofMinutes(10),
            List.of(new RollbackTriggers.Alarm("Oldest", "qa7-oldest", "arn", "AWS::CloudWatch::Alarm")),
            List.of(new RollbackTriggers.LeftOut("qa7-depth", "is in ALARM now and may roll back at once", true)),
            List.of());

    private final WizardDesk wizard = new WizardDesk();

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theChecksAreALineThatOpens(Theme.Choice theme, Screen screen) {
        wizard.desk.deployments.reviewAs(reviewed(CHECKS, RollbackTriggers.NONE));
        toReview(screen, theme);

        assertThat(screen.shows("1 check passed, 1 warns, 1 could not be made")).isTrue();
        assertThat(screen.shows("Whether the secret parcels-qa7 is free, which only the deployment shows."))
                .as("closed")
                .isFalse();
        assertThat(screen.shows("By IAM's simulation Administrator may not: sqs:CreateQueue."))
                .as("a warning is a finding")
                .isTrue();
        assertThat(screen.shows("This replaces the queue: data is lost.")).isTrue();

        Screen.onFx(screen.robot()
                .lookup((Button button) -> button.getText().equals("Show the checks"))
                .queryButton()::fire);

        assertThat(screen.shows("Whether the secret parcels-qa7 is free, which only the deployment shows."))
                .isTrue();
        check(screen, theme, "review-checks");
        wizard.leave();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void anotherChoiceOfAlarmsMakesAnotherChangeSet(Theme.Choice theme, Screen screen) {
        wizard.desk.deployments.reviewAs(reviewed(CHECKS, RollbackTriggers.NONE));
        toReview(screen, theme);
        assertThat(screen.shows("The update goes on whatever its alarms say.")).isTrue();
        wizard.desk.deployments.reviewAs(reviewed(CHECKS, WATCHED));

        Screen.onFx(() -> ((ToggleSwitch) wizard.named(screen, "Roll back on alarm")).setSelected(true));
        wizard.desk.background.settle();

        assertThat(wizard.desk.deployments.calls()).containsExactly("review qa7", "discard qa7", "review qa7 10 min");
        assertThat(screen.shows("AWS rolls back if one of these rings: qa7-oldest."))
                .isTrue();
        assertThat(screen.shows("qa7-depth is in ALARM now"))
                .as("told as a finding")
                .isTrue();
        assertThat(screen.shows("1, for 10 min")).isTrue();
        check(screen, theme, "review-alarms");
        wizard.leave();
    }

    @Test
    void theSwitchIsTurnedByTheSpaceBarAndKeepsTheFocus(Screen screen) {
        wizard.desk.deployments.reviewAs(reviewed(CHECKS, RollbackTriggers.NONE));
        toReview(screen, Theme.Choice.LIGHT);
        wizard.focus(screen, "Roll back on alarm");
        wizard.desk.deployments.reviewAs(reviewed(CHECKS, WATCHED));

        screen.press(KeyCode.SPACE);
        assertThat(screen.shows("AWS makes the change set anew.")).isTrue();
        assertThat(focused(screen)).as("while AWS is at it").isEqualTo("Roll back on alarm");
        wizard.desk.background.settle();

        assertThat(wizard.desk.deployments.calls()).containsExactly("review qa7", "discard qa7", "review qa7 10 min");
        assertThat(focused(screen)).isEqualTo("Roll back on alarm");
        wizard.leave();
    }

    @Test
    void theArrowsOpenTheTimesAndOnlyWhatIsChosenMakesAChangeSet(Screen screen) {
        String times = "How long the alarms are watched after the last resource";
        wizard.desk.deployments.reviewAs(reviewed(CHECKS, WATCHED));
        toReview(screen, Theme.Choice.LIGHT);
        wizard.focus(screen, "Roll back on alarm");
        wizard.press(screen, KeyCode.SPACE);
        wizard.focus(screen, times);
        wizard.desk.deployments.calls().clear();

        wizard.press(screen, KeyCode.DOWN);
        wizard.press(screen, KeyCode.DOWN);
        wizard.press(screen, KeyCode.DOWN);
        assertThat(wizard.desk.deployments.calls()).as("nothing is chosen yet").isEmpty();
        wizard.press(screen, KeyCode.ENTER);

        assertThat(wizard.desk.deployments.calls()).containsExactly("discard qa7", "review qa7 60 min");
        assertThat(focused(screen)).isEqualTo(times);
        wizard.leave();
    }

    private static String focused(Screen screen) {
        return Screen.call(() -> {
            Node owner = screen.scene().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getAccessibleText());
        });
    }

    @Test
    void aNewEnvironmentHasNoAlarmsToWatch(Screen screen) {
        wizard.desk.deployments.reviewAs(wizard.creation("qa7"));
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.REVIEW);

        assertThat(screen.shows("Roll back on alarm")).isFalse();
        wizard.leave();
    }

    /** A change that replaces a queue. */
    private Review reviewed(Preflight checks, RollbackTriggers rollback) {
        Review usual = wizard.forgetting("qa7");
        StackReview own = usual.own();
        return new Review(
                usual.operationId(),
                usual.environment(),
                List.of(new StackReview(
                        own.part(),
                        own.operation(),
                        own.stackName(),
                        own.stackId(),
                        own.changeSetId(),
                        own.changeSetName(),
                        own.madeAt(),
                        own.executable(),
                        List.of(new ResourceChange(
                                "ParcelQueue",
                                "ParcelQueue",
                                "AWS::SQS::Queue",
                                ResourceChange.Risk.DATA_LOST,
                                List.of(new ResourceChange.PropertyChange("FifoQueue", null, "true", true)),
                                "This replaces the queue: data is lost.",
                                null)),
                        own.resources(),
                        own.warnings(),
                        own.terminationProtection(),
                        own.settings(),
                        own.inputs(),
                        rollback)),
                usual.settingChanges(),
                List.of(),
                checks);
    }

    private void toReview(Screen screen, Theme.Choice theme) {
        ParcelService parcels = new ParcelService();
        wizard.desk.withBlueprints(parcels);
        Draft draft = Draft.of(parcels, parcels.presets().getFirst()).withSuffix("qa7");
        EnvironmentDefinition running = ((Validation.Valid) Validation.of(parcels, draft)).definition();
        wizard.change(screen, theme, running);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        wizard.focus(screen, "Threshold of Oldest parcel");
        wizard.retype(screen, "900");
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
    }

    private static void check(Screen screen, Theme.Choice theme, String name) {
        Pictures.save(screen.scene(), "wizard-" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-1000");
        assertThat(Labels.truncated(screen.scene().getRoot())).as(name).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).as(name).isEmpty();
    }
}
