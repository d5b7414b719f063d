package io.tapdeck.desk.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.OnePage;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.Draft;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.MonitorException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two environments side by side, at 1000×1000. */
@ExtendWith({Headless.class, FxWatchdog.class})
class ComparePageTest {
    private final TestDesk desk = new TestDesk();
    private final Loads loads = new Loads(desk);
    private final OnePage<ComparePage> page = new OnePage<>(desk, this::open);
    private final Draft usual = Draft.of(desk.aurora, desk.aurora.presets().getFirst());
    private final Draft other = usual.withSetting("maxCapacity", "8")
            .withSetting("protection", "protected")
            .with("alarm.utilization.threshold", "75")
            .withRecipients(List.of("database-operations@example.com", "on-call@example.com"));
    private String leftName = "prod1";

    private ComparePage open(PageContext context) {
        DeployedEnvironment left = desk.environment(leftName, "UPDATE_COMPLETE", Duration.ofDays(4));
        DeployedEnvironment right = desk.environment("qa", "CREATE_COMPLETE", Duration.ofDays(9));
        return ComparePage.of(context, left, context.services(), right);
    }

    private void runs(Draft left, Draft right) {
        desk.deployments.runs(desk.key(leftName), left);
        desk.deployments.runs(desk.key("qa"), right);
    }

    private void show(Screen screen, Theme.Choice theme) {
        desk.monitor.watchAs(loads::of);
        page.show(screen, theme);
        desk.background.settle();
    }

    private static String chart(Screen screen) {
        return Screen.call(
                () -> screen.scene().getRoot().lookup(".td-chart-card").getAccessibleText());
    }

    private static List<String> rows(Screen screen) {
        return Screen.call(() -> screen.scene().getRoot().lookupAll(".td-compared-row").stream()
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingIsCutOffAndEveryControlHasAName(Theme.Choice theme, Screen screen) {
        runs(other, usual);
        show(screen, theme);
        screen.press(KeyCode.DIGIT2);
        for (int points = 0; points < 40; points++) {
            screen.robot().type(KeyCode.LEFT);
        }
        Pictures.save(screen.scene(), "compare-" + theme.key() + "-1000");
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
        Pictures.save(page.scene(theme, 1280, 800), "compare-" + theme.key());
    }

    @Test
    void longNamesAndAllValuesFitToo(Screen screen) {
        leftName = "customer-portal-eu-production";
        runs(other, usual);
        show(screen, Theme.Choice.LIGHT);
        screen.press(KeyCode.A);
        Pictures.save(screen.scene(), "compare-long-light-1000");
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
    }

    @Test
    void whatDiffersIsToldInTheWizardsWordsAndWhatIsEqualOnDemand(Screen screen) {
        runs(other, usual);
        show(screen, Theme.Choice.LIGHT);
        assertThat(screen.shows("4 values differ")).isTrue();
        assertThat(rows(screen))
                .hasSize(4)
                .contains(
                        "Protection level differs: Protected in prod1, Disposable in qa",
                        "ACU utilization, threshold differs: 75 % in prod1, 80 % in qa");
        screen.press(KeyCode.A);
        assertThat(rows(screen)).contains("CPU, M of N: 2 of 2 in both");
        screen.press(KeyCode.A);
        assertThat(rows(screen)).hasSize(4);
    }

    @Test
    void environmentsOfTheSameValuesDifferInNothing(Screen screen) {
        runs(usual, usual);
        show(screen, Theme.Choice.DARK);
        assertThat(screen.shows("Nothing differs")).isTrue();
        assertThat(rows(screen)).isEmpty();
    }

    @Test
    void theSidesAreSwappedInTableAndChart(Screen screen) {
        runs(other, usual);
        show(screen, Theme.Choice.DARK);
        assertThat(chart(screen)).startsWith("ACU capacity: prod1 ");
        screen.press(KeyCode.S);
        assertThat(rows(screen)).contains("Protection level differs: Disposable in qa, Protected in prod1");
        assertThat(chart(screen)).startsWith("ACU capacity: qa ");
    }

    @Test
    void aDigitChoosesTheMetricAndBothThresholdsAreHeldAgainstTheirOwnLine(Screen screen) {
        runs(other, usual);
        show(screen, Theme.Choice.DARK);
        screen.press(KeyCode.DIGIT2);
        assertThat(chart(screen))
                .startsWith("ACU utilization: prod1 ")
                .contains("threshold 75 %; qa ")
                .endsWith("threshold 70 %");
        screen.press(KeyCode.DIGIT9);
        assertThat(chart(screen)).as("there is no ninth").startsWith("ACU utilization: ");
    }

    @Test
    void plusAndMinusChangeTheRangeOfBoth(Screen screen) {
        runs(usual, usual);
        show(screen, Theme.Choice.DARK);
        screen.press(KeyCode.EQUALS);
        desk.background.settle();
        assertThat(page.status()).startsWith("02:42 to 14:42, one value a minute");
        screen.press(KeyCode.MINUS);
        desk.background.settle();
        assertThat(page.status()).startsWith("11:42 to 14:42");
    }

    @Test
    void vShowsTheValuesOfBothAsATable(Screen screen) {
        runs(usual, usual);
        show(screen, Theme.Choice.LIGHT);
        screen.press(KeyCode.V);
        assertThat(screen.shows("prod1, ACU capacity")).isTrue();
        assertThat(screen.shows("qa, ACU capacity")).isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.shows("qa, ACU capacity")).isFalse();
    }

    @Test
    void anEnvironmentThatDisappearsIsSaidAndWhatWasKnownStays(Screen screen) {
        runs(other, usual);
        show(screen, Theme.Choice.DARK);
        desk.deployments.remove(desk.key("qa"));
        desk.background.advance(Duration.ofMinutes(1));
        assertThat(screen.shows("qa is not there any more.")).isTrue();
        assertThat(screen.shows("4 values differ")).isTrue();
        assertThat(page.page().fresh().getValue()).isFalse();
    }

    @Test
    void whenAwsIsSilentBothStayAndSayTheirAge(Screen screen) {
        runs(other, usual);
        show(screen, Theme.Choice.DARK);
        desk.monitor.fail(new MonitorException("127.0.0.1:4610 does not answer.", new IOException("refused")));
        desk.deployments.fail(new DeployException("AWS does not answer.", "Check the network."));
        desk.background.advance(Duration.ofMinutes(1));
        assertThat(page.status()).isEqualTo("prod1: Late: last heard 14:42. 127.0.0.1:4610 does not answer.");
        assertThat(Labels.visible(screen.scene().getRoot()).stream()
                        .filter(label -> label.text().equals("AWS does not answer. Check the network.")))
                .as("said once, not once a side")
                .hasSize(1);
        assertThat(rows(screen)).hasSize(4);

        desk.monitor.fail(null);
        desk.deployments.fail(null);
        desk.background.advance(Duration.ofMinutes(1));
        assertThat(page.page().fresh().getValue()).isTrue();
        assertThat(screen.shows("Check the network.")).isFalse();
    }

    @Test
    void aDefinitionThatCannotBeReadTakesTheChartNotAway(Screen screen) {
        desk.deployments.runs(desk.key("qa"), usual);
        show(screen, Theme.Choice.LIGHT);
        assertThat(screen.shows("The template of tapdeck-aurora-mysql-prod1 has no definition"))
                .isTrue();
        assertThat(chart(screen)).startsWith("ACU capacity: prod1 ");
    }

    @Test
    void ofTwoBlueprintsWhatMeansTheSameIsComparedAndNoMetricIsMadeUp(Screen screen) {
        desk.withBlueprints(desk.aurora, desk.backup);
        desk.backups("queue", 3, AlarmState.State.OK);
        DeployedEnvironment left = desk.environment("prod1", "CREATE_COMPLETE", Duration.ofDays(1));
        DeployedEnvironment right = desk.deployments.standing("queue");
        desk.deployments.runs(left.key(), usual.withSuffix("prod1"));
        desk.deployments.runs(
                right.key(),
                Draft.of(desk.backup, desk.backup.presets().getFirst())
                        .withSuffix("queue")
                        .withSetting("protection", "protected"));
        desk.monitor.watchAs(loads::of);
        OnePage<ComparePage> two =
                new OnePage<>(desk, context -> ComparePage.of(context, left, context.services(), right));
        two.show(screen, Theme.Choice.LIGHT);
        desk.background.settle();
        assertThat(screen.shows("Only what means the same in both is compared."))
                .isTrue();
        assertThat(rows(screen)).contains("Protection level differs: Disposable in prod1, Protected in queue");
        assertThat(screen.shows("The two blueprints have no metric in common")).isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "compare-blueprints-light-1000");
    }

    @Test
    void whileNobodyLooksTheDefinitionsAreReadLessOften(Screen screen) {
        runs(other, usual);
        show(screen, Theme.Choice.DARK);
        Screen.onFx(() -> page.presence().minimized(true));
        desk.deployments.remove(desk.key("qa"));
        desk.background.advance(Duration.ofSeconds(90));
        assertThat(screen.shows("qa is not there any more.")).isFalse();
        assertThat(page.status()).endsWith(" while minimized");
        desk.background.advance(Duration.ofMinutes(5));
        assertThat(screen.shows("qa is not there any more.")).isTrue();
    }
}
