package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import io.tapdeck.environment.EnvironmentDefinition;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker with CDK and Node in it, and what becomes of requests when either dies. */
class RealWorkerTest {
    /** What Linux's shells add to the number of the signal that ended a process; SIGTERM is 15. */
    private static final int TERMINATED = 128 + 15;

    private final EnvironmentDefinition definition = AuroraDefinitions.dev();
    private final List<ProcessHandle> launched = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void survivesTheDeathOfNodeAndOfItself() {
        try (Synthesizer synthesizer = new WorkerSynthesizer(
                Blueprints.builtIn(), remembering(System.getenv()), InstantSource.system(), Integer.MAX_VALUE)) {
            synthesizer.synthesize(definition).join();
            ProcessHandle worker = launched.getFirst();

            // Whether Node dies before or in the middle of this synthesis, or just after it, is left to the scheduler.
            CompletableFuture<CloudAssembly> during = synthesizer.synthesize(definition);
            worker.descendants().forEach(ProcessHandle::destroyForcibly);
            CloudAssembly answered = during.join();
            CloudAssembly after = synthesizer.synthesize(definition).join();

            assertThat(answered.stacks()).hasSize(1).isEqualTo(after.stacks());
            assertThat(launched).hasSize(2);
            assertThat(worker.isAlive()).isFalse();

            CompletableFuture<CloudAssembly> last = synthesizer.synthesize(definition);
            launched.getLast().destroyForcibly();
            assertThat(last.join().stacks()).isEqualTo(after.stacks());
        }
        assertThat(launched).noneMatch(ProcessHandle::isAlive);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void endsWithItsParentsStream() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "io.tapdeck.synth.worker.WorkerMain");
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();

        process.getOutputStream().close();

        assertThat(process.onExit().join().exitValue()).isZero();
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
    }

    @Test
    void nothingStaysBehindOfAProcessThatASignalEnds() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        RealWorkerTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader says = process.inputReader()) {
            assertThat(says.readLine()).isEqualTo("synthesized");
            assertThat(folder).isNotEmptyDirectory();

            process.destroy();

            assertThat(process.waitFor()).isEqualTo(TERMINATED);
            assertThat(folder).isEmptyDirectory();
        } finally {
            process.destroyForcibly();
        }
    }

    /** That process: has a worker and its Node, says so, and waits for its end. */
    public static void main(String[] args) throws InterruptedException {
        Synthesizer synthesizer = WorkerSynthesizer.start(Blueprints.builtIn());
        synthesizer.synthesize(AuroraDefinitions.dev()).join();
        System.out.println("synthesized");
        // Not for its input, which is closed together with the signal.
        new CountDownLatch(1).await();
    }

    private WorkerLauncher remembering(Map<String, String> environment) {
        WorkerLauncher launcher = WorkerLauncher.onThisJava(environment, folder);
        return () -> {
            WorkerProcess process = launcher.launch();
            launched.add(process.handle());
            return process;
        };
    }
}
