package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.ParcelService;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.environment.Validation;
import io.tapdeck.synth.RuleFinding;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a review says beside the changes: the price of a month, cdk-nag's rules, what the company adds. */
@ExtendWith({Headless.class, FxWatchdog.class})
class ReviewExtrasTest {
    private static final Path FILE = Path.of("team", "target.json");

    private final WizardDesk wizard = new WizardDesk();

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theRulesAreCheckedOnDemandAndTheReasonsAreTold(Theme.Choice theme, Screen screen) {
        wizard.desk.synthesizer.rulesAs(List.of(
                new RuleFinding(
                        "AwsSolutions-RDS11", "AuroraCluster", true, "The cluster uses the default port.", null),
                new RuleFinding(
                        "AwsSolutions-S1", "Backups", true, "The bucket has no access logs.", "It is the log bucket."),
                new RuleFinding(
                        "AwsSolutions-S1", "Logs", true, "The bucket has no access logs.", "It is the log bucket.")));
        wizard.desk.deployments.reviewAs(wizard.dangerous("qa7"));
        wizard.open(screen, theme);
        wizard.goTo(screen, Step.REVIEW);
        assertThat(screen.shows("AwsSolutions-RDS11")).as("nobody has asked").isFalse();

        press(screen, "Check rules");

        assertThat(screen.shows("1 to look at, 2 not followed for a reason")).isTrue();
        assertThat(screen.shows("The cluster uses the default port.")).isTrue();
        assertThat(screen.shows("Not followed because: It is the log bucket.")).isTrue();
        assertThat(screen.shows("Backups, Logs")).as("told once for both").isTrue();
        check(screen, theme, "review-rules");

        wizard.press(screen, KeyCode.ALT, KeyCode.LEFT);
        wizard.press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(screen.shows("AwsSolutions-RDS11")).as("another review").isFalse();
        wizard.leave();
    }

    @Test
    void whereEveryRuleIsFollowedThatIsSaid(Screen screen) {
        wizard.desk.deployments.reviewAs(wizard.creation("qa7"));
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.REVIEW);
        press(screen, "Check rules");

        assertThat(screen.shows("Every rule is followed.")).isTrue();
        wizard.leave();
    }

    @Test
    void theCompanysAdditionsApplyAndAreShown(Screen screen) {
        TargetSettings company = new TargetSettings(
                new TreeMap<>(Map.of("cost-center", "4711")),
                "arn:aws:iam::000000000000:role/deployer",
                "arn:aws:iam::000000000000:policy/boundary");
        wizard.desk.targetSettings.write(FILE, company);
        wizard.desk.targetSettings.choose(TestDesk.ACCOUNT, FILE);
        wizard.open(screen, Theme.Choice.LIGHT);

        assertThat(screen.shows("cost-center = 4711")).isTrue();
        assertThat(screen.shows("arn:aws:iam::000000000000:role/deployer")).isTrue();
        assertThat(screen.shows("arn:aws:iam::000000000000:policy/boundary")).isTrue();
        wizard.leave();
    }

    @Test
    void theBoundaryThatRunsStaysWhereTheCompanyNamesNone(Screen screen) {
        wizard.desk.deployments.limits(wizard.desk.key("qa7"), "limits");
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.goTo(screen, Step.REVIEW);

        assertThat(wizard.desk.synthesizer.boundaries()).containsOnly("limits");
        wizard.leave();
    }

    @Test
    void aBrokenFileOfTheCompanyStopsTheReview(Screen screen) {
        wizard.desk.targetSettings.write(FILE, TargetSettings.NONE);
        wizard.desk.targetSettings.choose(TestDesk.ACCOUNT, FILE);
        wizard.open(screen, Theme.Choice.LIGHT);
        wizard.desk.targetSettings.remove(FILE);
        wizard.goTo(screen, Step.REVIEW);

        assertThat(screen.shows("There is no change set")).isTrue();
        assertThat(screen.shows("target.json is not there.")).isTrue();
        assertThat(wizard.desk.deployments.calls()).isEmpty();
        wizard.leave();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aMonthHasAPriceAndWhatItAssumes(Theme.Choice theme, Screen screen) {
        wizard.open(screen, theme);
        wizard.goTo(screen, Step.SIZE);
        assertThat(screen.shows("A month in us-east-1")).isTrue();

        Screen.onFx(((Button) wizard.named(screen, "What the price assumes"))::fire);
        wizard.desk.background.settle();
        assertThat(wizard.sentTo).contains("card");
        check(screen, theme, "cost");
        wizard.leave();
    }

    @Test
    void aChangeSaysWhatAMonthCostsBeforeAndAfter(Screen screen) {
        ParcelService parcels = new ParcelService();
        wizard.desk.withBlueprints(parcels);
        Draft draft = Draft.of(parcels, parcels.presets().getFirst()).withSuffix("qa7");
        EnvironmentDefinition running = ((Validation.Valid) Validation.of(parcels, draft)).definition();
        EnvironmentDefinition wanted = ((Validation.Valid)
                        Validation.of(parcels, draft.withSetting(ParcelService.KEPT.key(), "14")))
                .definition();

        MonthlyCost cost = MonthlyCost.of(parcels, "us-east-1", wanted, running);
        assertThat(cost.figure()).isEqualTo("$0.40 to $5.60");
        assertThat(cost.figureBefore()).isEqualTo("$0.40 to $1.60");
        assertThat(MonthlyCost.of(parcels, "us-east-1", running, running).figureBefore())
                .as("nothing to compare")
                .isEmpty();
        assertThat(MonthlyCost.of(parcels, "eu-north-9", wanted, null).figure()).isEqualTo("No prices for eu-north-9");

        wizard.change(screen, Theme.Choice.LIGHT, running);
        assertThat(screen.shows("$0.40 to $1.60")).isTrue();
        wizard.leave();
    }

    private void press(Screen screen, String words) {
        Screen.onFx(screen.robot()
                .lookup((Button button) -> words.equals(button.getText()))
                .queryButton()::fire);
        wizard.desk.background.settle();
    }

    private static void check(Screen screen, Theme.Choice theme, String name) {
        Pictures.save(screen.scene(), "wizard-" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-1000");
        assertThat(Labels.truncated(screen.scene().getRoot())).as(name).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).as(name).isEmpty();
    }
}
