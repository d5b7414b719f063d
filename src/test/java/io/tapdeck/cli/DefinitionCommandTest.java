package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is deployed, where to, and what is wrong with it: judged whole before anything is made. */
class DefinitionCommandTest extends CommandTest {
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
    void aProblemIsToldWithTheValueThatMendsIt() {
        assertThat(run("plan", "--suffix", "dev", "--set", "vpcCidr=10.30.1.0/24", "--sandbox"))
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("vpcCidr: 10.30.1.0/24 has no room", "(Use 10.30.0.0/23)");
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
    void thePermissionsBoundaryStaysWhereNoTargetFileIsGiven() throws IOException {
        Path team =
                Files.writeString(folder.resolve("team.json"), "{\"version\": 1, \"permissionsBoundary\": \"limits\"}");
        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--target-file", team.toString(), "--yes"))
                .as(err())
                .isZero();

        assertThat(run("plan", "--suffix", "dev", "--sandbox")).as(err()).isZero();
        assertThat(out()).contains("Nothing changes.").doesNotContain("PermissionsBoundary");

        Files.writeString(team, "{\"version\": 1, \"permissionsBoundary\": \"tighter\"}");
        assertThat(run("plan", "--suffix", "dev", "--sandbox", "--target-file", team.toString()))
                .isZero();
        assertThat(out()).contains("permissions boundary tighter", "PermissionsBoundary: ");
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
    void aDefinitionThatPinsItsAccountIsRefusedInAnotherWithBothIds() throws IOException {
        Path file = folder.resolve("dev.json");
        String pinned = """
                {"version": 1, "account": "%s", "blueprint": "aurora-mysql", "suffix": "dev"}""";
        Files.writeString(file, pinned.formatted("111122223333"));

        for (String command : List.of("plan", "deploy")) {
            assertThat(run(command, "--file", file.toString(), "--sandbox")).isEqualTo(ExitCode.WRONG_USE);
            assertThat(err()).contains("is for account 111122223333;", "is in account 000000000000.");
        }
        assertThat(run("list", "--sandbox")).isZero();
        assertThat(err()).as("nothing was begun").contains("No environments");
        Files.writeString(file, pinned.formatted("000000000000"));
        assertThat(run("plan", "--file", file.toString(), "--sandbox"))
                .as(err())
                .isZero();
        Files.writeString(file, pinned.formatted("production"));
        assertThat(run("plan", "--file", file.toString(), "--sandbox")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("“production” is not an account.");
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
    void takingProtectionOffNeedsMoreThanAYes() {
        assertThat(run("deploy", "--suffix", "prod1", "--sandbox", "--yes")).isZero();

        assertThat(run("deploy", "--suffix", "prod1", "--set", "protection=disposable", "--sandbox", "--yes"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err())
                .contains(
                        "Protection level: protected → disposable",
                        "prod1 would no longer be protected.",
                        "Add --allow-data-loss prod1 to allow it.");
        assertThat(run("destroy", "--suffix", "prod1", "--sandbox", "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("Termination protection");

        assertThat(run(
                        "deploy",
                        "--suffix",
                        "prod1",
                        "--set",
                        "protection=disposable",
                        "--sandbox",
                        "--yes",
                        "--allow-data-loss",
                        "prod1"))
                .as(err())
                .isZero();
        assertThat(run("destroy", "--suffix", "prod1", "--sandbox", "--yes"))
                .as(err())
                .isZero();
    }

    @Test
    void everyReasonForMoreThanAYesIsToldAtOnce() {
        assertThat(run("deploy", "--suffix", "prod1", "--sandbox", "--yes")).isZero();

        assertThat(run(
                        "deploy",
                        "--suffix",
                        "prod1",
                        "--set",
                        "protection=disposable",
                        "--set",
                        "databaseName=billing",
                        "--set",
                        "backupRetentionDays=1",
                        "--sandbox"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err().lines().toList().getLast())
                .startsWith("The data of ")
                .contains("AuroraCluster", "would be lost.", "1 day", "prod1 would no longer be protected.")
                .endsWith("Add --allow-data-loss prod1 and --yes to allow it.");
    }

    @Test
    void theBackupSystemWithItsReplicaElsewhereComesAndGoesAsOne() {
        assertThat(run(
                        "plan",
                        "--blueprint",
                        "backup-system",
                        "--suffix",
                        "dev",
                        "--set",
                        "replicaRegion=us-east-1",
                        "--sandbox"))
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("replicaRegion:");

        assertThat(run(
                        "deploy",
                        "--blueprint",
                        "backup-system",
                        "--suffix",
                        "dev",
                        "--set",
                        "replicaRegion=eu-west-1",
                        "--sandbox",
                        "--yes"))
                .as(err())
                .isZero();
        assertThat(err())
                .contains("Stacks, in this order: tapdeck-backup-system-dev-replica in eu-west-1, then")
                .containsSubsequence("tapdeck-backup-system-dev-replica · eu-west-1", "tapdeck-backup-system-dev\n");
        assertThat(run("list", "--sandbox", "--region", "eu-west-1")).isZero();
        assertThat(out()).as("a part is no environment").isEmpty();
        assertThat(run("deploy", "--blueprint", "backup-system", "--suffix", "dev", "--sandbox", "--yes"))
                .as(err())
                .isZero();
        assertThat(out()).contains("Nothing changed.");

        assertThat(run("destroy", "--suffix", "dev", "--sandbox", "--yes"))
                .as(err())
                .isZero();
        assertThat(err())
                .containsSubsequence(
                        "DELETE_COMPLETE",
                        "tapdeck-backup-system-dev\n",
                        "tapdeck-backup-system-dev-replica · eu-west-1");
    }
}
