package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.synth.SharedWorker;
import io.tapdeck.synth.Synthesizer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The backup system's whole life over the real worker, HTTP and sandbox: both presets, and a replica region. */
@ExtendWith(SharedWorker.class)
class BackupJourneyTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private SandboxEngines engines;

    @BeforeEach
    void start(Synthesizer worker) {
        engines = new SandboxEngines(folder, worker, SandboxOptions.usual());
    }

    @AfterEach
    void stop() {
        engines.close();
    }

    private void run(String... args) {
        assertThat(code(args)).as(out() + err()).isZero();
    }

    private Cli cli() {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new BufferedReader(new StringReader("")),
                false);
        return new Cli(
                engines,
                terminal,
                duration -> {
                    engines.clock.advance(duration);
                    return true;
                },
                (port, speed, faults) -> {
                    throw CommandFailure.failed("no sandbox here");
                },
                (target, pictures) -> ExitCode.DONE,
                (pictures, said) -> {},
                List::of);
    }

    private int code(String... args) {
        out.reset();
        err.reset();
        return cli().run(args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonNode listed() throws IOException {
        run("list", "--sandbox", "--json");
        assertThat(out().lines()).hasSize(1);
        return JSON.readTree(out());
    }

    /** The stacks that came to a state, in the order in which they did. */
    private List<String> ended(String status) {
        return err().lines()
                .filter(line -> line.contains(" " + status + " "))
                .map(line -> line.substring(line.lastIndexOf(status) + status.length())
                        .strip())
                .map(line -> line.split(" ", -1)[0])
                .filter(name -> name.startsWith("tapdeck-"))
                .toList();
    }

    @Test
    void comesUpRingsAndGoes() throws IOException {
        run("deploy", "--blueprint", "backup-system", "--suffix", "dev", "--sandbox", "--yes");
        assertThat(out()).contains("tapdeck-backup-system-dev is up.", "BackupBucketName = ", "SystemCapabilities = ");

        run("watch", "--suffix", "dev", "--sandbox", "--until", "alarm");
        assertThat(out())
                .contains("ALARM", "Dead letters")
                .as("request metrics are off, so their chart has nothing to show")
                .doesNotContain("Bucket 4xx");
        run("watch", "--suffix", "dev", "--sandbox", "--until", "stable");

        assertThat(listed().path("blueprint").asText()).isEqualTo("backup-system");
        run("destroy", "--suffix", "dev", "--sandbox", "--yes");
        assertThat(out()).contains("tapdeck-backup-system-dev is gone.");
    }

    @Test
    void aShorterRetentionNeedsMoreThanAYes() {
        run("deploy", "--blueprint", "backup-system", "--suffix", "dev", "--sandbox", "--yes");
        String[] shorten = {
            "deploy",
            "--blueprint",
            "backup-system",
            "--suffix",
            "dev",
            "--set",
            "retentionDays=1",
            "--sandbox",
            "--yes"
        };

        assertThat(code(shorten)).isEqualTo(ExitCode.FAILED);
        assertThat(err())
                .contains(
                        "Lost by these settings",
                        "Backups older than 1 day are deleted in both buckets. Add --allow-data-loss dev to allow it.");

        List<String> allowed = new ArrayList<>(List.of(shorten));
        allowed.addAll(List.of("--allow-data-loss", "dev"));
        run(allowed.toArray(String[]::new));
        assertThat(out()).contains("tapdeck-backup-system-dev is up.");
    }

    @Test
    void namedResourcesCarryTheStacksOwnId() {
        run("deploy", "--blueprint", "backup-system", "--preset", "named", "--suffix", "dev", "--sandbox", "--yes");

        assertThat(out().lines().filter(line -> line.contains("MetadataTableName")))
                .singleElement()
                .asString()
                .containsPattern("TapStackdev-BackupMetadataTable-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
    }

    @Test
    void aReplicaRegionIsDeployedFirstAndDestroyedLast() throws IOException {
        run(
                "deploy",
                "--blueprint",
                "backup-system",
                "--suffix",
                "dev",
                "--set",
                "replicaRegion=eu-west-1",
                "--sandbox",
                "--yes");
        assertThat(out()).contains("tapdeck-backup-system-dev is up.");
        assertThat(ended("CREATE_COMPLETE"))
                .containsExactly("tapdeck-backup-system-dev-replica", "tapdeck-backup-system-dev");
        assertThat(listed().path("suffix").asText()).isEqualTo("dev");

        run("destroy", "--suffix", "dev", "--sandbox", "--yes");
        assertThat(ended("DELETE_COMPLETE"))
                .containsExactly("tapdeck-backup-system-dev", "tapdeck-backup-system-dev-replica");
        run("list", "--region", "eu-west-1", "--sandbox");
        assertThat(err()).contains("No environments");
    }

    @Test
    void protectionIsAnOrdinaryEdit() {
        run("deploy", "--blueprint", "backup-system", "--suffix", "dev", "--sandbox", "--yes");
        run(
                "deploy",
                "--blueprint",
                "backup-system",
                "--suffix",
                "dev",
                "--set",
                "protection=protected",
                "--sandbox",
                "--yes");
        assertThat(err())
                .contains(
                        "Protection level: disposable → protected",
                        "DeletionPolicy: Delete → Retain",
                        "reads BackupEncryptionKey.Arn");

        run(
                "deploy",
                "--blueprint",
                "backup-system",
                "--suffix",
                "dev",
                "--set",
                "protection=disposable",
                "--sandbox",
                "--yes",
                "--allow-data-loss",
                "dev");
        run("destroy", "--suffix", "dev", "--sandbox", "--yes");
    }
}
