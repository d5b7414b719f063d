package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The surroundings of a worker. */
class WorkerLauncherTest {
    private static final Path NODE = Path.of("/opt/node/bin/node");

    @TempDir
    private Path folder;

    @Test
    void carriesNoCredentialsAndNothingThatChangesTheTemplate() {
        assertThat(environment(Map.of(
                        "AWS_ACCESS_KEY_ID",
                        "AKIA",
                        "AWS_PROFILE",
                        "prod",
                        "CDK_DEFAULT_REGION",
                        "eu-west-1",
                        "JSII_RUNTIME",
                        "other",
                        "NODE_OPTIONS",
                        "--require=/tmp/other.js",
                        "LANG",
                        "C.UTF-8")))
                .containsEntry("LANG", "C.UTF-8")
                .containsEntry("JSII_NODE", NODE.toString())
                .containsEntry("CDK_VALIDATION", "false")
                .containsEntry("TMPDIR", folder.toString())
                .doesNotContainKeys(
                        "AWS_ACCESS_KEY_ID", "AWS_PROFILE", "CDK_DEFAULT_REGION", "JSII_RUNTIME", "NODE_OPTIONS")
                .containsKeys(
                        "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION",
                        "JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION",
                        "JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION",
                        "JSII_SILENCE_WARNING_KNOWN_BROKEN_NODE_VERSION");
    }

    @Test
    void doesWithoutThePackageCacheWhereTheHomeCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("home"));

        assertThat(environment(Map.of("HOME", file.toString())))
                .containsEntry("JSII_RUNTIME_PACKAGE_CACHE", "disabled");
        assertThat(environment(Map.of())).containsEntry("JSII_RUNTIME_PACKAGE_CACHE", "disabled");
        assertThat(environment(Map.of("HOME", folder.toString()))).doesNotContainKey("JSII_RUNTIME_PACKAGE_CACHE");
    }

    @Test
    void removesWhatACrashedTapdeckLeftAndNothingElse() throws IOException {
        WorkerFolders folders = new WorkerFolders(folder);
        Path mine = folders.create();
        Path orphan = Files.createDirectories(folder.resolve("tapdeck-synth-%d-1".formatted(deadProcess())));
        Files.writeString(orphan.resolve("jsii-kernel"), "left behind");
        Path other = Files.createDirectories(folder.resolve("tapdeck-synth-notes"));

        folders.removeOrphans();

        assertThat(orphan).doesNotExist();
        assertThat(mine).exists();
        assertThat(other).exists();
    }

    @Test
    void anInstallationsNodeGoesOnFromTheSnapshotOfItsCdk() throws IOException {
        Path installed = folder.resolve("it's here");
        Path node = Files.createFile(
                Files.createDirectories(installed.resolve("node")).resolve("node"));
        Path blob = Files.createFile(installed.resolve("kernel.blob"));

        Map<String, String> engine =
                WorkerLauncher.engine(Map.of("JSII_NODE", "/other/node"), new Installation(installed));

        String command = engine.getOrDefault("JSII_RUNTIME", "");
        assertThat(engine).containsOnlyKeys("JSII_RUNTIME");
        assertThat(output("/bin/sh", "-c", command.replaceFirst("^exec", "printf '%s|'")))
                .isEqualTo("%s|--snapshot-blob|%s|".formatted(node, blob));
    }

    @Test
    void anInstallationThatIsNotWholeSaysSo() throws IOException {
        Files.createFile(Files.createDirectories(folder.resolve("node")).resolve("node"));

        assertThatThrownBy(() -> WorkerLauncher.engine(Map.of("JSII_NODE", "/other/node"), new Installation(folder)))
                .isInstanceOfSatisfying(
                        SynthesisException.class,
                        broken -> assertThat(broken.remedy()).isEqualTo("Install Tapdeck again."));
    }

    @Test
    void withoutAnInstallationJsiiIsToldWhichNodeToUse() throws IOException {
        Path node = Files.writeString(folder.resolve("node"), "#!/bin/sh\necho v24.0.0\n");
        Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(WorkerLauncher.engine(Map.of("PATH", folder.toString()), new Installation(null)))
                .isEqualTo(Map.of("JSII_NODE", node.toString()));
        assertThatThrownBy(() -> WorkerLauncher.engine(Map.of(), new Installation(null)))
                .isInstanceOf(SynthesisException.class)
                .hasMessageStartingWith("Node.js is not on this machine");
    }

    private static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Map<String, String> environment(Map<String, String> inherited) {
        return WorkerLauncher.environment(inherited, Map.of("JSII_NODE", NODE.toString()), folder);
    }

    private static long deadProcess() throws IOException {
        Process process = new ProcessBuilder("true").start();
        process.onExit().join();
        return process.pid();
    }
}
