package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import io.tapdeck.environment.EnvironmentDefinition;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How requests are served, with workers that do not need Node. */
class WorkerSynthesizerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final int NEVER = Integer.MAX_VALUE;

    private final EnvironmentDefinition definition = AuroraDefinitions.dev();
    private final EnvironmentDefinition newer =
            AuroraDefinitions.valid(AuroraDefinitions.draft().withSuffix("newer"));

    @TempDir
    private Path folder;

    @Test
    void aNewerRequestCancelsAnOlderThatHasNotStarted() {
        CountDownLatch mayStart = new CountDownLatch(1);
        FakeLauncher launcher = new FakeLauncher(folder, "answer");
        try (Synthesizer synthesizer = synthesizer(held(mayStart, launcher), NEVER)) {
            CompletableFuture<CloudAssembly> first = synthesizer.synthesize(definition);
            CompletableFuture<CloudAssembly> second = synthesizer.synthesize(newer);

            assertThat(first.handle((_, reason) -> reason).join()).isInstanceOf(CancellationException.class);
            assertThat(second).isNotDone();

            mayStart.countDown();
            assertThat(second.join().definition()).isEqualTo(newer);
        }
    }

    @Test
    void whatHangsOnAResultDoesNotRunOnTheCallersThread() {
        CountDownLatch mayStart = new CountDownLatch(1);
        FakeLauncher launcher = new FakeLauncher(folder, "answer");
        try (Synthesizer synthesizer = synthesizer(held(mayStart, launcher), NEVER)) {
            CompletableFuture<Thread> first =
                    synthesizer.synthesize(definition).handle((_, _) -> Thread.currentThread());
            CompletableFuture<Thread> second = synthesizer.synthesize(newer).thenApply(_ -> Thread.currentThread());
            mayStart.countDown();

            assertThat(List.of(first.join(), second.join())).allMatch(Thread::isVirtual);
        }
    }

    @Test
    void aWorkerThatDiesIsStartedAgainAndTheRequestAnswered() {
        FakeLauncher dying = new FakeLauncher(folder, "answer");
        try (Synthesizer synthesizer = synthesizer(dying, NEVER)) {
            synthesizer.synthesize(definition).join();
            ProcessHandle first = dying.launched.getFirst();
            first.destroyForcibly();
            first.onExit().join();

            assertThat(synthesizer.synthesize(definition).join().definition()).isEqualTo(definition);
            assertThat(dying.launched).hasSize(2);
        }
    }

    @Test
    void aWorkerThatDiesTwiceEndsInWordsAndTheNextRequestTriesAgain() {
        FakeLauncher dying = new FakeLauncher(folder, "die");
        try (Synthesizer synthesizer = synthesizer(dying, NEVER)) {
            assertThat(failure(synthesizer))
                    .hasMessage("The synthesis process ended twice without an answer.")
                    .extracting(SynthesisException::remedy)
                    .asString()
                    .contains("tapdeck doctor");
            int before = dying.launched.size();
            failure(synthesizer);
            assertThat(dying.launched).hasSizeGreaterThan(before);
        }
    }

    @Test
    void anAnswerThatIsNoJsonIsNoAnswer() {
        try (Synthesizer synthesizer = synthesizer(new FakeLauncher(folder, "babble"), NEVER)) {
            assertThat(failure(synthesizer)).hasMessageContaining("without an answer");
        }
    }

    @Test
    void whatCdkRefusesIsToldInItsWords() {
        try (Synthesizer synthesizer = synthesizer(new FakeLauncher(folder, "refuse"), NEVER)) {
            assertThat(failure(synthesizer)).hasMessageContaining("That is not on.");
        }
    }

    @Test
    void aRequestThatIsThereGoesBeforeWhatOnlyWarmsTheWorker() {
        CountDownLatch mayStart = new CountDownLatch(1);
        FakeLauncher launcher = new FakeLauncher(folder, "refuse the first");
        try (Synthesizer synthesizer = synthesizer(held(mayStart, launcher), NEVER)) {
            CompletableFuture<CloudAssembly> asked = synthesizer.synthesize(definition);
            mayStart.countDown();

            assertThat(asked.handle((_, reason) -> reason).join()).hasMessageContaining("That is not on.");
        }
    }

    @Test
    void aWorkerThatHasGrownIsReplacedAndEnds() {
        FakeLauncher launcher = new FakeLauncher(folder, "answer");
        // The request is one of the two answers, a throwaway synthesis the other.
        try (Synthesizer synthesizer = synthesizer(launcher, 2)) {
            synthesizer.synthesize(definition).join();
            ProcessHandle grown = launcher.launched.getFirst();

            grown.onExit().join();
            assertThat(synthesizer.synthesize(definition).join()).isNotNull();
            assertThat(launcher.launched).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void closingEndsTheWorkerRemovesItsFilesAndCancelsWhatComesLate() {
        FakeLauncher launcher = new FakeLauncher(folder, "answer");
        Synthesizer synthesizer = synthesizer(launcher, NEVER);
        synthesizer.synthesize(definition).join();
        synthesizer.close();

        assertThat(launcher.launched).allMatch(process -> !process.isAlive());
        assertThat(folder).isEmptyDirectory();
        CompletableFuture<CloudAssembly> late = synthesizer.synthesize(definition);
        assertThat(late.handle((_, reason) -> reason).join()).isInstanceOf(CancellationException.class);
    }

    @Test
    void withoutNodeTheRequestSaysSo() {
        WorkerLauncher launcher = WorkerLauncher.onThisJava(Map.of("PATH", folder.toString()), folder);
        try (Synthesizer synthesizer = synthesizer(launcher, NEVER)) {
            assertThat(failure(synthesizer))
                    .hasMessageContaining("Node.js is not on this machine")
                    .extracting(SynthesisException::remedy)
                    .asString()
                    .contains("Install Node.js 20 or later");
        }
    }

    private static Synthesizer synthesizer(WorkerLauncher launcher, int recycleAfter) {
        return new WorkerSynthesizer(Blueprints.builtIn(), launcher, CLOCK, recycleAfter);
    }

    /** Launches nothing until the latch opens. */
    private static WorkerLauncher held(CountDownLatch mayStart, WorkerLauncher launcher) {
        return () -> {
            try {
                mayStart.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return launcher.launch();
        };
    }

    private SynthesisException failure(Synthesizer synthesizer) {
        try {
            CloudAssembly unexpected = synthesizer.synthesize(definition).join();
            throw new AssertionError("answered: " + unexpected);
        } catch (CompletionException e) {
            return (SynthesisException) Objects.requireNonNull(e.getCause());
        }
    }
}
