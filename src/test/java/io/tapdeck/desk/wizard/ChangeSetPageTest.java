package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.Preflight;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.RollbackTriggers;
import io.tapdeck.deploy.StackReview;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.OnePage;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.synth.StackTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A review that comes from elsewhere says all that the wizard's says, and is not deployed by accident. */
@ExtendWith({Headless.class, FxWatchdog.class})
class ChangeSetPageTest {
    private final WizardDesk wizard = new WizardDesk();

    private OnePage<ChangeSetPage> page(Review review) {
        return new OnePage<>(wizard.desk, context -> new ChangeSetPage(context, review));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void itSaysWhatWasCheckedWhatIsPassedOnAndWhatRollsBack(Theme.Choice theme, Screen screen) {
        OnePage<ChangeSetPage> page = page(full());
        page.show(screen, theme);
        assertThat(screen.shows("1 check passed, 1 warns")).isTrue();
        assertThat(screen.shows("ParcelsTopic")).as("a parameter").isTrue();
        assertThat(screen.shows("known already")).as("its value").isTrue();
        assertThat(screen.shows("AWS rolls back if one of these rings: billing-HighACU."))
                .isTrue();
        assertThat(screen.shows("By IAM's simulation Administrator may not: sqs:CreateQueue."))
                .as("a warning is a finding")
                .isTrue();
        check(screen.scene(), "change-set-" + theme.key() + "-1000");
        check(page.scene(theme, 1280, 800), "change-set-" + theme.key());
    }

    @Test
    void aStrayEnterDeploysNothing(Screen screen) {
        OnePage<ChangeSetPage> page = page(wizard.dangerous("billing"));
        page.show(screen, Theme.Choice.LIGHT);
        assertThat(Screen.call(() -> ((Button) screen.scene().getFocusOwner()).getText()))
                .isEqualTo("Back");
        screen.press(KeyCode.ENTER);
        assertThat(page.sent()).doesNotContain("deploy billing");
    }

    @Test
    void itsAgeGrows(Screen screen) {
        page(wizard.dangerous("billing")).show(screen, Theme.Choice.LIGHT);
        assertThat(screen.shows("AWS made it 20 s ago")).isTrue();
        wizard.desk.clock.advance(Duration.ofMinutes(3));
        Screen.settle();
        assertThat(screen.shows("AWS made it 3 min ago")).isTrue();
    }

    @Test
    void whereNothingChangesThatIsSaid(Screen screen) {
        OnePage<ChangeSetPage> page = page(wizard.nothing("billing"));
        page.show(screen, Theme.Choice.LIGHT);
        assertThat(screen.shows("billing already is as its template says.")).isTrue();
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(page.sent()).isEmpty();
        check(screen.scene(), "change-set-nothing-light-1000");
    }

    @Test
    void protectionThatIsTakenOffAloneIsToldAndAskedFor(Screen screen) {
        OnePage<ChangeSetPage> page = page(unprotecting());
        page.show(screen, Theme.Choice.LIGHT);
        assertThat(screen.shows("Termination protection of tapdeck-aurora-mysql-billing is taken off."))
                .isTrue();
        assertThat(screen.shows("Deploy unprotected…")).isTrue();
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(page.sent()).as("the suffix is not typed yet").isEmpty();
        assertThat(screen.shows("Confirm the end of protection")).isTrue();
    }

    private Review unprotecting() {
        Review plain = wizard.nothing("billing");
        StackReview own = plain.own();
        return new Review(
                plain.operationId(),
                plain.environment(),
                List.of(new StackReview(
                        own.part(),
                        own.operation(),
                        own.stackName(),
                        own.stackId(),
                        own.changeSetId(),
                        own.changeSetName(),
                        own.madeAt(),
                        own.executable(),
                        own.changes(),
                        own.resources(),
                        own.warnings(),
                        new StackReview.TerminationProtection(true, false),
                        own.settings(),
                        own.inputs(),
                        own.rollback())),
                List.of(),
                List.of());
    }

    private static void check(Scene scene, String name) {
        Pictures.save(scene, name);
        assertThat(Labels.truncated(scene.getRoot())).as(name).isEmpty();
        assertThat(Labels.nameless(scene.getRoot())).as(name).isEmpty();
    }

    /** A dangerous change that was checked, that takes a value from another stack, and whose alarms are watched. */
    private Review full() {
        Review plain = wizard.dangerous("billing");
        StackReview own = plain.own();
        StackReview told = new StackReview(
                own.part(),
                own.operation(),
                own.stackName(),
                own.stackId(),
                own.changeSetId(),
                own.changeSetName(),
                own.madeAt(),
                own.executable(),
                own.changes(),
                own.resources(),
                own.warnings(),
                own.terminationProtection(),
                own.settings(),
                new StackReview.Inputs(
                        new StackTemplate(own.stackName(), "{}", 1, List.of(), Map.of(), false),
                        Map.of("ParcelsTopic", "known already")),
                new RollbackTriggers(
                        Duration.ofMinutes(10),
                        List.of(new RollbackTriggers.Alarm(
                                "HighACU", "billing-HighACU", "arn", "AWS::CloudWatch::Alarm")),
                        List.of(),
                        List.of()));
        return new Review(
                plain.operationId(),
                plain.environment(),
                List.of(told),
                List.of(),
                List.of(),
                new Preflight(List.of(
                        new Preflight.Check("Identity", Preflight.Result.PASSED, "The session is Administrator."),
                        new Preflight.Check(
                                "Rights",
                                Preflight.Result.WARNED,
                                "By IAM's simulation Administrator may not: sqs:CreateQueue."))));
    }
}
