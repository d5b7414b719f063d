package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The surroundings of a worker. */
class WorkerLauncherTest {
    private static final Path NODE = Path.of("/opt/node/bin/node");

    @TempDir
    private Path folder;

    @Test
    void carriesNoCredentialsAndNothingThatChangesTheTemplate() throws IOException {
        assertThat(environment(Map.of(
                        "AWS_ACCESS_KEY_ID",
                        "AKIA",
                        "AWS_PROFILE",
                        "prod",
                        "CDK_DEFAULT_REGION",
                        "eu-west-1",
                        "JSII_RUNTIME",
                        "other",
                        "LANG",
                        "C.UTF-8")))
                .containsEntry("LANG", "C.UTF-8")
                .containsEntry("JSII_NODE", NODE.toString())
                .containsEntry("CDK_VALIDATION", "false")
                .containsEntry("TMPDIR", folder.toString())
                .doesNotContainKeys("AWS_ACCESS_KEY_ID", "AWS_PROFILE", "CDK_DEFAULT_REGION", "JSII_RUNTIME")
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
    void anInstallationsPackagesAreLinkedSoThatNothingIsWrittenToThem() throws IOException {
        Path installed = folder.resolve("app");
        Path unpacked = Files.createDirectories(installed.resolve("packages/@aws-cdk/schema/54.0.0/key"));
        Files.writeString(unpacked.resolve("package.json"), "{}");
        Files.createDirectories(unpacked.resolve("lib"));
        Files.createFile(unpacked.resolve(".jsii-runtime-package-cache"));

        Map<String, String> environment = WorkerLauncher.environment(
                Map.of("JSII_RUNTIME_PACKAGE_CACHE", "disabled"), new Installation(installed), NODE, folder);

        assertThat(environment).containsEntry("JSII_RUNTIME_PACKAGE_CACHE", "enabled");
        Path linked =
                Path.of(environment.get("JSII_RUNTIME_PACKAGE_CACHE_ROOT")).resolve("@aws-cdk/schema/54.0.0/key");
        assertThat(linked.resolve("lib")).isSymbolicLink();
        assertThat(linked.resolve("package.json")).hasSameTextualContentAs(unpacked.resolve("package.json"));
        assertThat(linked.resolve(".jsii-runtime-package-cache"))
                .isRegularFile()
                .satisfies(marker -> assertThat(marker.toRealPath())
                        .startsWith(folder.toRealPath().resolve("packages")));
        WorkerFolders.delete(linked);
        assertThat(unpacked.resolve("package.json")).exists();
    }

    private Map<String, String> environment(Map<String, String> inherited) throws IOException {
        return WorkerLauncher.environment(inherited, new Installation(null), NODE, folder);
    }

    private static long deadProcess() throws IOException {
        Process process = new ProcessBuilder("true").start();
        process.onExit().join();
        return process.pid();
    }
}
