package io.tapdeck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.TemplateDifferences;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.synth.SharedWorker;
import io.tapdeck.synth.Synthesizer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;

/** A threshold goes all the way, from its line on the chart to CloudWatch, on the real desk and engines over a sandbox. */
@ExtendWith({Headless.class, FxWatchdog.class, SharedWorker.class})
class TuneOnSandboxTest {
    private final Synthesizer synthesizer;
    private final Screen screen;
    private final Path folder;

    TuneOnSandboxTest(Synthesizer synthesizer, Screen screen, @TempDir Path folder) {
        this.synthesizer = synthesizer;
        this.screen = screen;
        this.folder = folder;
    }

    @Test
    void aTunedThresholdReachesCloudWatchAndTheDefinitionAndNothingElseChanges() {
        try (SandboxDesk desk = new SandboxDesk(Theme.Choice.DARK, screen, synthesizer, folder)) {
            DeployedEnvironment dev = deploy(desk);
            Map<String, String> alarms = alarms(desk);
            String template = template(desk, dev);

            tune(desk, dev);
            desk.press(KeyCode.SHIFT, KeyCode.DOWN);
            desk.press(KeyCode.DIGIT7);
            screen.type("2");
            desk.settle();
            assertThat(desk.reads("1 property of 1 resource, changed in place"::equals))
                    .isTrue();
            assertThat(changeSets(desk, dev)).as("nothing is asked of AWS yet").isEmpty();
            desk.press(KeyCode.ENTER);

            assertThat(desk.reads(words -> words.startsWith("The change set is not executed yet")))
                    .isTrue();
            assertThat(changeSets(desk, dev))
                    .singleElement()
                    .satisfies(set -> assertThat(changes(desk, set))
                            .singleElement()
                            .satisfies(change -> {
                                assertThat(change.resourceChange().logicalResourceId())
                                        .startsWith("HighACUUtilization");
                                assertThat(change.resourceChange().details())
                                        .extracting(detail -> detail.target().name())
                                        .containsExactly("Threshold");
                            }));
            desk.fire("Deploy");

            assertThat(desk.services().deployments().list().getFirst().status().name())
                    .isEqualTo("UPDATE_COMPLETE");
            Map<String, String> tuned = new TreeMap<>(alarms);
            tuned.computeIfPresent(utilization(alarms), (name, before) -> before.replace("80.0 ", "72.0 "));
            assertThat(tuned).isNotEqualTo(alarms);
            assertThat(alarms(desk)).isEqualTo(tuned);
            assertThat(TemplateDifferences.between(template, template(desk, dev)))
                    .hasSize(2)
                    .containsEntry("/Metadata/Tapdeck/alarms/1/threshold", "\"80\" → \"72\"")
                    .containsValue("80 → 72");
            assertThat(desk.services().deployments().definition(dev.key()))
                    .contains(dev().with("alarm.utilization.threshold", "72"));
        }
    }

    @Test
    void escapePutsTheThresholdBackAndAsksNothingOfAws() {
        try (SandboxDesk desk = new SandboxDesk(Theme.Choice.DARK, screen, synthesizer, folder)) {
            DeployedEnvironment dev = deploy(desk);
            tune(desk, dev);
            desk.press(KeyCode.SHIFT, KeyCode.DOWN);
            desk.press(KeyCode.ESCAPE);
            assertThat(desk.reads("Back-test"::equals)).isFalse();
            assertThat(changeSets(desk, dev)).isEmpty();
            desk.press(KeyCode.T);
            assertThat(desk.reads("Nothing is changed yet."::equals)).isTrue();
        }
    }

    @Test
    void whileTheEnvironmentIsBusyNothingIsAskedOfAwsAndAfterwardsItCanBeTriedAgain() {
        try (SandboxDesk desk = new SandboxDesk(Theme.Choice.DARK, screen, synthesizer, folder)) {
            DeployedEnvironment dev = deploy(desk);
            tune(desk, dev);
            desk.press(KeyCode.SHIFT, KeyCode.DOWN);
            changedByAnotherAdministrator(desk, dev);
            desk.press(KeyCode.ENTER);

            assertThat(desk.reads(words ->
                            words.equals("An operation already runs on " + dev.stackName() + " (UPDATE_IN_PROGRESS).")))
                    .isTrue();
            assertThat(desk.reads("Watch it to its end, then repeat."::equals)).isTrue();
            assertThat(changeSets(desk, dev)).isEmpty();

            desk.pass(Duration.ofHours(1));
            desk.fire("Try again");
            assertThat(desk.reads(words -> words.startsWith("The change set is not executed yet")))
                    .isTrue();
            assertThat(changeSets(desk, dev)).hasSize(1);
        }
    }

    /** By another tool; as long as no time passes, the change does not come to its end. */
    private static void changedByAnotherAdministrator(SandboxDesk desk, DeployedEnvironment dev) {
        String changed = template(desk, dev).replaceFirst("\"MaxCapacity\"\\s*:\\s*2", "\"MaxCapacity\": 4");
        desk.connection()
                .cloudFormation()
                .updateStack(request -> request.stackName(dev.stackName())
                        .templateBody(changed)
                        .capabilities(Capability.CAPABILITY_NAMED_IAM));
    }

    private static Draft dev() {
        return AuroraDefinitions.dev().toDraft();
    }

    private DeployedEnvironment deploy(SandboxDesk desk) {
        deploy(desk, AuroraDefinitions.dev());
        desk.pass(Duration.ofHours(3));
        return desk.services().deployments().list().getFirst();
    }

    private void deploy(SandboxDesk desk, EnvironmentDefinition definition) {
        Deployments deployments = desk.services().deployments();
        assertThat(deployments.execute(
                        deployments.review(deployments.plan(SharedWorker.synthesize(synthesizer, definition))),
                        event -> {}))
                .isInstanceOf(Outcome.Up.class);
    }

    private static void tune(SandboxDesk desk, DeployedEnvironment dev) {
        Screen.onFx(() -> desk.desk().watch(dev));
        desk.settle();
        desk.press(KeyCode.DIGIT2);
        desk.press(KeyCode.T);
        assertThat(desk.reads("Back-test"::equals)).isTrue();
    }

    private static List<ChangeSetSummary> changeSets(SandboxDesk desk, DeployedEnvironment dev) {
        return desk.connection()
                .cloudFormation()
                .listChangeSets(request -> request.stackName(dev.stackName()))
                .summaries();
    }

    private static List<Change> changes(SandboxDesk desk, ChangeSetSummary set) {
        return desk.connection()
                .cloudFormation()
                .describeChangeSet(request -> request.changeSetName(set.changeSetId()))
                .changes();
    }

    private static String template(SandboxDesk desk, DeployedEnvironment dev) {
        return desk.connection()
                .cloudFormation()
                .getTemplate(request -> request.stackName(dev.stackName()))
                .templateBody();
    }

    private static String utilization(Map<String, String> alarms) {
        return alarms.keySet().stream()
                .filter(name -> name.contains("HighACUUtilization"))
                .findFirst()
                .orElseThrow();
    }

    /** What is set of each alarm at CloudWatch, the threshold first. */
    private static Map<String, String> alarms(SandboxDesk desk) {
        Map<String, String> alarms = new TreeMap<>();
        desk.connection()
                .cloudWatch()
                .describeAlarms()
                .metricAlarms()
                .forEach(alarm -> alarms.put(
                        alarm.alarmName(),
                        "%s %s %s %s %s %s %s"
                                .formatted(
                                        alarm.threshold(),
                                        alarm.evaluationPeriods(),
                                        alarm.datapointsToAlarm(),
                                        alarm.period(),
                                        alarm.treatMissingData(),
                                        alarm.dimensions(),
                                        alarm.alarmActions())));
        return alarms;
    }
}
