package io.tapdeck.desk.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Drift;
import io.tapdeck.deploy.Drift.DriftedResource;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.ResourceChange.PropertyChange;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.OnePage;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.desk.wizard.ChangeSetPage;
import java.time.Duration;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where an environment differs from its template is told in words, and reverted by a reviewed change set. */
@ExtendWith({Headless.class, FxWatchdog.class})
class DriftPageTest {
    private final TestDesk desk = new TestDesk();
    private final DriftChecks checks = new DriftChecks(new OpenSessions(desk.services()), desk.background);
    private final OnePage<DriftPage> page =
            new OnePage<>(desk, context -> new DriftPage(context, checks, desk.key("billing")));

    private Drift drift(DriftedResource... resources) {
        return new Drift(
                desk.key("billing"),
                desk.clock.instant(),
                List.of(resources),
                List.of("AuroraKeyAlias", "LogRetention", "SecretAttachment"));
    }

    private static DriftedResource changed() {
        return new DriftedResource(
                null,
                "HighACUUtilization",
                "HighACUUtilization",
                "AWS::CloudWatch::Alarm",
                "billing-HighACUUtilization",
                false,
                List.of(
                        new PropertyChange("Threshold", "80", "95", false),
                        new PropertyChange("AlarmActions", "arn:aws:sns:us-east-1:000000000000:billing", null, false)));
    }

    private static DriftedResource deleted() {
        return new DriftedResource(
                null,
                "DatabaseBackupBucketPolicy",
                "DatabaseBackupBucketPolicy",
                "AWS::S3::BucketPolicy",
                "aurora-backups-000000000000-us-east-1-billing",
                true,
                List.of());
    }

    private Review review() {
        return new Review(
                desk.key("billing"),
                Operation.UPDATE,
                "tapdeck-aurora-mysql-billing",
                "arn:stack",
                "arn:change-set",
                "tapdeck-7f3a19",
                desk.clock.instant(),
                List.of(
                        new ResourceChange(
                                "HighACUUtilization",
                                "HighACUUtilization",
                                "AWS::CloudWatch::Alarm",
                                ResourceChange.Risk.IN_PLACE,
                                List.of(new PropertyChange("Threshold", "95", "80", false))),
                        new ResourceChange(
                                "DatabaseBackupBucketPolicy",
                                "DatabaseBackupBucketPolicy",
                                "AWS::S3::BucketPolicy",
                                ResourceChange.Risk.ADDED,
                                List.of())),
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void whatDriftedIsToldInWords(Theme.Choice theme, Screen screen) {
        desk.deployments.driftsAs(drift(changed(), deleted()));
        page.show(screen, theme);
        assertThat(screen.shows("Comparing billing with its template")).isTrue();
        Pictures.save(screen.scene(), "drift-comparing-" + theme.key() + "-1000");
        desk.background.settle();
        assertThat(screen.shows("2 resources of billing differ from its template"))
                .isTrue();
        assertThat(screen.shows("Threshold  template says 80  →  is now 95")).isTrue();
        assertThat(screen.shows("is now nothing")).isTrue();
        assertThat(screen.shows("It is gone, although the stack counts on it.")).isTrue();
        assertThat(screen.shows("AuroraKeyAlias, LogRetention, SecretAttachment"))
                .isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "drift-" + theme.key() + "-1000");
        Scene wide = page.scene(theme, 1280, 800);
        Pictures.save(wide, "drift-" + theme.key());
        assertThat(Labels.truncated(wide.getRoot())).isEmpty();
    }

    @Test
    void whereNothingDriftedTheSentenceIsCalm(Screen screen) {
        desk.deployments.driftsAs(drift());
        page.show(screen, Theme.Choice.LIGHT);
        desk.background.settle();
        assertThat(screen.shows("billing is as its template says")).isTrue();
        assertThat(screen.shows("Revert…")).isFalse();
        Pictures.save(screen.scene(), "drift-none-light-1000");
    }

    @Test
    void aComparisonGoesOnWhileItsPageIsLeft(Screen screen) {
        desk.deployments.driftsAs(drift(changed()));
        page.show(screen, Theme.Choice.DARK);
        Screen.onFx(() -> page.page().left());
        desk.background.settle();
        page.show(screen, Theme.Choice.DARK);
        assertThat(screen.shows("1 resource of billing differs from its template"))
                .isTrue();
    }

    @Test
    void timePassesWhileAwsCompares(Screen screen) {
        desk.deployments.driftsAs(drift());
        page.show(screen, Theme.Choice.DARK);
        desk.clock.advance(Duration.ofSeconds(72));
        Screen.settle();
        assertThat(screen.shows("1 min 12 s so far.")).isTrue();
    }

    @Test
    void theWayBackIsAReview(Screen screen) {
        desk.deployments.driftsAs(drift(changed()));
        desk.deployments.reviewAs(review());
        page.show(screen, Theme.Choice.DARK);
        desk.background.settle();
        screen.press(KeyCode.V);
        desk.background.settle();
        assertThat(desk.deployments.calls()).containsExactly("revert billing");
        assertThat(page.sent()).containsExactly("review billing");
    }

    @Test
    void aWayBackThatArrivesAfterItsPageIsLeftPullsNobodyAway(Screen screen) {
        desk.deployments.driftsAs(drift(changed()));
        desk.deployments.reviewAs(review());
        page.show(screen, Theme.Choice.DARK);
        desk.background.settle();
        screen.press(KeyCode.V);
        assertThat(screen.shows("AWS makes the change set.")).isTrue();
        Screen.onFx(() -> page.page().left());
        desk.background.settle();
        assertThat(page.sent()).isEmpty();
        assertThat(desk.deployments.calls()).containsExactly("revert billing", "discard billing");
    }

    @Test
    void aWayBackThatIsAwaitedOnAPageShownAgainIsRead(Screen screen) {
        desk.deployments.driftsAs(drift(changed()));
        desk.deployments.reviewAs(review());
        page.show(screen, Theme.Choice.DARK);
        desk.background.settle();
        screen.press(KeyCode.V);
        Screen.onFx(() -> page.page().left());
        page.show(screen, Theme.Choice.DARK);
        assertThat(screen.shows("AWS makes the change set.")).isTrue();
        desk.background.settle();
        assertThat(page.sent()).containsExactly("review billing");
    }

    @Test
    void whatIsDoneToAnEnvironmentEndsWhatItWasComparedWith(Screen screen) {
        desk.deployments.driftsAs(drift(changed()));
        page.show(screen, Theme.Choice.DARK);
        desk.background.settle();
        Screen.onFx(() -> {
            page.page().left();
            checks.forget(desk.key("billing"));
            page.page().shown();
        });
        assertThat(screen.shows("Comparing billing with its template")).isTrue();
    }

    @Test
    void whatAwsRefusesToCompareOrRevertIsToldInItsWords(Screen screen) {
        desk.deployments.fail(new DeployException("The stack is busy.", "Wait until it is done."));
        page.show(screen, Theme.Choice.DARK);
        desk.background.settle();
        assertThat(screen.shows("The stack is busy. Wait until it is done.")).isTrue();
        desk.deployments.fail(null);
        desk.deployments.driftsAs(drift(changed()));
        screen.press(KeyCode.R);
        desk.background.settle();
        desk.deployments.fail(new DeployException("It cannot be reverted.", "Change it by hand."));
        screen.robot().clickOn("Revert…");
        desk.background.settle();
        assertThat(screen.shows("It cannot be reverted. Change it by hand.")).isTrue();
        assertThat(screen.shows("Revert…")).as("it can be tried again").isTrue();
    }

    @Test
    void theReviewIsDeployedByKeyboardOrThrownAway(Screen screen) {
        OnePage<ChangeSetPage> reviewing = new OnePage<>(desk, context -> new ChangeSetPage(context, review()));
        reviewing.show(screen, Theme.Choice.LIGHT);
        assertThat(screen.shows("Review the change to billing")).isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "drift-review-light-1000");
        Screen.onFx(() -> reviewing.page().left());
        desk.background.settle();
        assertThat(desk.deployments.calls()).containsExactly("discard billing");
        reviewing.show(screen, Theme.Choice.LIGHT);
        screen.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(reviewing.sent()).containsExactly("deploy billing");
        Screen.onFx(() -> reviewing.page().left());
        desk.background.settle();
        assertThat(desk.deployments.calls())
                .as("what is deployed is not thrown away")
                .containsExactly("discard billing");
    }
}
