package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.faults.FaultScript;
import io.tapdeck.synth.SharedWorker;
import io.tapdeck.synth.Synthesizer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a script sees them: words, streams and exit codes. */
@ExtendWith(SharedWorker.class)
class CliTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private SandboxEngines engines;
    private Synthesizer worker;
    private String answers = "";
    private boolean interactive;

    @BeforeEach
    void start(Synthesizer shared) {
        worker = shared;
        engines = new SandboxEngines(folder, shared, SandboxOptions.usual());
    }

    @AfterEach
    void stop() {
        engines.close();
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new BufferedReader(new StringReader(answers)),
                interactive);
        Pause pause = duration -> {
            engines.clock.advance(duration);
            return true;
        };
        return new Cli(
                        engines,
                        terminal,
                        pause,
                        (port, speed, faults) -> {
                            throw CommandFailure.failed("no sandbox here");
                        },
                        (target, pictures) -> ExitCode.DONE,
                        (folderOfPictures, said) -> said.accept("toured " + folderOfPictures),
                        () -> List.of(new Diagnosis.Check(Diagnosis.Verdict.MISSING, "Node.js", "Install it.")))
                .run(args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theWholeJourney() throws IOException {
        assertThat(run("plan", "--suffix", "dev", "--sandbox")).isZero();
        assertThat(out()).contains("Create tapdeck-aurora-mysql-dev", "Added", "AuroraCluster", "AWS::RDS::DBCluster");
        assertThat(run("list", "--sandbox")).isZero();
        assertThat(out()).as("a plan leaves nothing behind").isEmpty();

        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes"))
                .as(err())
                .isZero();
        assertThat(out()).contains("tapdeck-aurora-mysql-dev is up.", "ClusterEndpoint = ");
        assertThat(err()).contains("CREATE_COMPLETE");

        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes")).isZero();
        assertThat(out()).contains("Nothing changed.");

        assertThat(run("watch", "--suffix", "dev", "--sandbox", "--until", "alarm"))
                .isZero();
        assertThat(out()).contains("ALARM", "ACU utilization");
        assertThat(run("watch", "--suffix", "dev", "--sandbox", "--until", "stable"))
                .isZero();

        assertThat(run("list", "--sandbox")).isZero();
        assertThat(out()).containsSubsequence("SUFFIX", "BLUEPRINT", "dev", "aurora-mysql", "CREATE_COMPLETE");
        assertThat(run("list", "--sandbox", "--json")).isZero();
        var row = JsonMapper.builder().build().readTree(out());
        assertThat(row.path("status").asText()).isEqualTo("CREATE_COMPLETE");
        assertThat(row.path("alarms").path("utilization").asText()).isNotEmpty();

        assertThat(run("deploy", "--suffix", "dev", "--set", "maxCapacity=4", "--sandbox", "--yes"))
                .as(err())
                .isZero();
        assertThat(err()).contains("ServerlessV2ScalingConfiguration", "2 → 4");

        assertThat(run("destroy", "--suffix", "dev", "--sandbox", "--yes"))
                .as(err())
                .isZero();
        assertThat(out()).contains("tapdeck-aurora-mysql-dev is gone.");
        assertThat(run("list", "--sandbox")).isZero();
        assertThat(err()).contains("No environments");
    }

    @ParameterizedTest
    @CsvSource({
        "suffix, Dev_1, suffix: “D” is not allowed",
        "minCapacity, 0.3, minCapacity: 0.3 is not a multiple of 0.5",
        "maxCapacity, 1000, maxCapacity: 1000 is above",
        "vpcCidr, 10.30.0.1/16, vpcCidr: 10.30.0.1 is an address inside 10.30.0.0/16",
        "alarm.cpu.threshold, 101, alarm.cpu.threshold: 101 is above 100 %",
        "alarm.disk.threshold, 1, There is no “alarm.disk.threshold”",
        "recipients, dba@acme, recipients.0: “dba@acme” lacks a domain ending",
        "colour, blue, colour: aurora-mysql has no setting “colour”",
    })
    void aWrongValueEndsWithTwoAndSaysWhatToDo(String key, String value, String words) {
        int code = key.equals("suffix")
                ? run("plan", "--suffix", value, "--sandbox")
                : run("plan", "--suffix", "dev", "--set", key + "=" + value, "--sandbox");
        assertThat(code).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains(words).doesNotContain("\tat ");
    }

    @Test
    void everyProblemIsToldAtOnce() {
        assertThat(run("synth", "--suffix", "a--b", "--set", "vpcCidr=x", "--set", "alarm.cpu.period=61", "--out", "x"))
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("suffix:", "vpcCidr:", "alarm.cpu.period:");
    }

    @Test
    void everyProblemOfAFileAndOfOptionsIsToldAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("dev.json"), """
                {"version": 2, "blueprint": "aurora-mysql", "suffix": "dev", "colour": "blue",
                 "settings": {"maxCapacity": 1000, "sise": 3}, "alarms": [{"id": "cpu", "threshold": 101, "hue": 1}]}""");
        assertThat(run(
                        "plan",
                        "--file",
                        file.toString(),
                        "--set",
                        "alarm.disk.threshold=1",
                        "--set",
                        "alarm.cpu.enabled=yes",
                        "--set",
                        "recipients.7=a@b.example",
                        "--sandbox"))
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(err())
                .contains(
                        "version: The definition is of version 2",
                        "colour: A definition has no member",
                        "alarm.cpu.hue: An alarm has no member",
                        "maxCapacity: 1000 is above",
                        "sise: aurora-mysql has no setting",
                        "alarm.cpu.threshold: 101 is above",
                        "alarm.disk.threshold: There is no",
                        "alarm.cpu.enabled: “yes” is not true or false",
                        "recipients.7: There is no")
                .doesNotContain("\tat ");
    }

    @Test
    void anUnknownBlueprintIsToldWithWhatElseIsWrongInTheFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("dev.json"), "{\"version\": 3, \"blueprint\": \"graph\", \"colour\": \"blue\"}");
        assertThat(run("plan", "--file", file.toString(), "--sandbox")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("blueprint: There is no blueprint “graph”.", "version:", "colour:");
    }

    @Test
    void whatIsNotSetStaysAsItRuns() {
        assertThat(run("deploy", "--suffix", "dev", "--set", "maxCapacity=4", "--sandbox", "--yes"))
                .as(err())
                .isZero();

        assertThat(run("plan", "--suffix", "dev", "--set", "minCapacity=1", "--sandbox"))
                .as(err())
                .isZero();

        assertThat(out()).contains("0.5 → 1  (changed in place)").doesNotContain("4 → 2");
    }

    @Test
    void whatIsFixedIsRefusedWithEveryField() {
        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes")).isZero();

        assertThat(run(
                        "deploy",
                        "--suffix",
                        "dev",
                        "--set",
                        "vpcCidr=10.99.0.0/16",
                        "--set",
                        "subnetCidrA=10.99.0.0/24",
                        "--set",
                        "subnetCidrB=10.99.1.0/24",
                        "--sandbox",
                        "--yes"))
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("vpcCidr: ", "subnetCidrA: ", "subnetCidrB: ", "fixed after creation");
    }

    @Test
    void aTargetFileAddsToEveryStackAndIsShown() throws IOException {
        Path team = Files.writeString(folder.resolve("team.json"), """
                {"version": 1, "tags": {"cost-center": "4711"}, "permissionsBoundary": "limits",
                 "serviceRole": "arn:aws:iam::000000000000:role/deployer"}""");
        assertThat(run("plan", "--suffix", "dev", "--sandbox", "--target-file", team.toString()))
                .as(err())
                .isZero();
        assertThat(out())
                .contains(
                        "The target adds: tags cost-center=4711; service role arn:aws:iam::000000000000:role/deployer;"
                                + " permissions boundary limits");

        Files.writeString(team, "{\"version\": 1, \"serviceRole\": \"arn:aws:iam::222222222222:role/x\", \"hue\": 1}");
        assertThat(run("plan", "--suffix", "dev", "--sandbox", "--target-file", team.toString()))
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains(team.toString(), "serviceRole:", "222222222222", "hue:");
    }

    @Test
    void theFileThatWasChosenForTheAccountIsNeverPassedOver() throws IOException {
        Path team = Files.writeString(folder.resolve("team.json"), "{\"version\": 1, \"tags\": {\"owner\": \"dba\"}}");
        engines.targetSettings().choose("000000000000", team);
        assertThat(run("plan", "--suffix", "dev", "--sandbox")).isZero();
        assertThat(out()).contains("tags owner=dba");

        Files.delete(team);
        assertThat(run("plan", "--suffix", "dev", "--sandbox")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains(team.toString(), "is not there");
    }

    @Test
    void anUnknownProfileIsWrongUse() {
        assertThat(run("list", "--profile", "nope", "--region", "eu-west-1")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("There is no profile “nope”");
    }

    @Test
    void aFailureForProgramsSaysWhatCanBeDone() throws IOException {
        engines.close();
        engines = new SandboxEngines(
                folder,
                worker,
                SandboxOptions.usual()
                        .withFaults(FaultScript.parse("resource:AWS::RDS::DBCluster=fail:The version is not offered")));
        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes", "--json"))
                .isEqualTo(ExitCode.FAILED);
        String last = out().lines().reduce((first, second) -> second).orElseThrow();
        assertThat(JsonMapper.builder().build().readTree(last).at("/cause/remedies"))
                .isNotEmpty();
    }

    @Test
    void aDefinitionFileIsReadAndOptionsLieOverIt() throws IOException {
        Path file = Files.writeString(folder.resolve("dev.json"), """
                {"blueprint": "aurora-mysql", "suffix": "dev", "settings": {"maxCapacity": 8}}""");
        Path assembly = folder.resolve("out");
        assertThat(run("synth", "--file", file.toString(), "--suffix", "qa7", "--out", assembly.toString()))
                .as(err())
                .isZero();
        assertThat(assembly.resolve("tapdeck-aurora-mysql-qa7.template.json"))
                .content()
                .contains("\"MaxCapacity\" : 8");
        assertThat(assembly.resolve("assembly.json")).content().contains("tapdeck-aurora-mysql-qa7");
    }

    @Test
    void synthesisTellsWhatAMonthCostsAndOnDemandWhichRulesAreNotFollowed() throws IOException {
        assertThat(run("synth", "--suffix", "dev", "--out", folder.toString())).isZero();
        assertThat(err())
                .contains("Estimated in us-east-1: $", " a month", "two instances")
                .doesNotContain("cdk-nag");

        assertThat(run("synth", "--suffix", "dev", "--check-rules", "--out", folder.toString()))
                .isZero();
        assertThat(err()).contains("0 findings without a reason", "AwsSolutions-S1", "Accepted: ");
        assertThat(folder.resolve("assembly.json")).content().contains("ruleFindings", "suppressedBecause");
    }

    @Test
    void aProdLikeSuffixIsProtectedUnlessSomebodyChoosesOtherwise() throws IOException {
        Path template = folder.resolve("tapdeck-aurora-mysql-prod1.template.json");
        assertThat(run("synth", "--suffix", "prod1", "--out", folder.toString()))
                .isZero();
        assertThat(template).content().contains("\"DeletionProtection\" : true");
        assertThat(run("synth", "--suffix", "prod1", "--set", "protection=disposable", "--out", folder.toString()))
                .isZero();
        assertThat(template).content().doesNotContain("\"DeletionProtection\" : true");
    }

    @Test
    void aBrokenDefinitionFileIsNamedWithThePlace() throws IOException {
        Path file = Files.writeString(folder.resolve("dev.json"), "{\n  \"suffix\": dev\n}");
        assertThat(run("plan", "--file", file.toString(), "--sandbox")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("dev.json", "line 2").doesNotContain("\tat ");
        Files.writeString(file, "{");
        assertThat(run("plan", "--file", file.toString(), "--sandbox")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("Not JSON at line 1").doesNotContain("Source:");
        assertThat(run("plan", "--file", folder.resolve("absent.json").toString(), "--sandbox"))
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("There is no file");
    }

    @Test
    void anEndpointThatDoesNotAnswerIsSaid() {
        assertThat(run("list", "--endpoint-url", "nonsense")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("is not an endpoint");
        assertThat(run("list", "--endpoint-url", "http://")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("“http://” is not an endpoint").doesNotContain("Exception");
        assertThat(run("list", "--endpoint-url", "http://127.0.0.1:99999")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("is not an endpoint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"blueprints", "synth", "sandbox", "plan", "deploy", "list", "watch", "destroy", "tour", "doctor"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out()).contains("Usage: tapdeck " + command);
    }

    @Test
    void nobodyToAskIsWrongUseAndNothingIsLeft() {
        assertThat(run("deploy", "--suffix", "dev", "--sandbox")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("--yes");
        assertThat(run("list", "--sandbox")).isZero();
        assertThat(out()).isEmpty();
    }

    @Test
    void anAnswerOtherThanYesChangesNothing() {
        interactive = true;
        answers = "no\n";
        assertThat(run("deploy", "--suffix", "dev", "--sandbox")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("Nothing was changed.");
    }

    @Test
    void yesNeverApprovesTheLossOfData() {
        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes")).isZero();
        assertThat(run("deploy", "--suffix", "dev", "--set", "databaseName=billing", "--sandbox", "--yes"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("AuroraCluster", "--allow-data-loss dev");
        assertThat(run(
                        "deploy",
                        "--suffix",
                        "dev",
                        "--set",
                        "databaseName=billing",
                        "--sandbox",
                        "--yes",
                        "--allow-data-loss",
                        "dev"))
                .as(err())
                .isZero();
    }

    @Test
    void aFailedCreationEndsWithOneAndItsCause() {
        engines.close();
        engines = new SandboxEngines(
                folder,
                worker,
                SandboxOptions.usual()
                        .withFaults(FaultScript.parse(
                                "resource:AWS::RDS::DBCluster=fail:The specified engine version is not offered")));
        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(err())
                .contains("Cause: AuroraCluster", "The specified engine version is not offered", "ROLLBACK_COMPLETE");
    }

    @Test
    void anUnknownEnvironmentIsSaid() {
        assertThat(run("watch", "--suffix", "nowhere", "--sandbox")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("There is no environment “nowhere” here.");
    }

    @Test
    void aTargetBeforeTheCommandIsRefusedNotOverlooked() {
        assertThat(run("--sandbox", "list")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("Write the target after the command: tapdeck list");
    }

    @Test
    void anUnknownOptionIsWrongUse() {
        assertThat(run("deploy", "--sufix", "dev")).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void blueprintsAreListedForPeopleAndForPrograms() throws IOException {
        assertThat(run("blueprints")).isZero();
        assertThat(out())
                .contains("aurora-mysql", "secure", "maxCapacity", "fixed after creation", "alarm.cpu", "charts");
        assertThat(run("blueprints", "--json")).isZero();
        var aurora =
                JsonMapper.builder().build().readTree(out().lines().findFirst().orElseThrow());
        assertThat(aurora.path("id").asText()).isEqualTo("aurora-mysql");
        assertThat(aurora.path("sections")).isNotEmpty();
        assertThat(aurora.at("/settings/0/mutability").asText()).isNotEmpty();
        assertThat(aurora.at("/presets/0/alarms")).isNotEmpty();
        assertThat(aurora.at("/charts/0/metric/metrics/0/namespace").asText()).startsWith("AWS/");
        assertThat(aurora.at("/physicalNames/0/room").asInt()).isPositive();
    }

    @Test
    void doctorEndsWithOneIfSomethingIsMissing() {
        assertThat(run("doctor")).isEqualTo(ExitCode.FAILED);
        assertThat(out()).contains("missing Node.js", "Install it.");
    }
}
