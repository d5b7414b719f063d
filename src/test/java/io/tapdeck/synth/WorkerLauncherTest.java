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

    private Map<String, String> environment(Map<String, String> inherited) {
        return WorkerLauncher.environment(inherited, NODE, folder);
    }

    private static long deadProcess() throws IOException {
        Process process = new ProcessBuilder("true").start();
        process.onExit().join();
        return process.pid();
    }
}
