package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.AwsConnections;
import io.tapdeck.aws.Target;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import io.tapdeck.deploy.engine.CloudFormationDeployments;
import io.tapdeck.sandbox.Sandbox;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.SharedWorker;
import io.tapdeck.synth.Synthesizer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many environments on one sandbox, over HTTP, and what that takes; sandbox and deployments share this process. Figures for
 * the README: {@code mvn -Pbench verify}. Judges nothing but that every environment is up.
 */
@Tag("bench")
@ExtendWith(SharedWorker.class)
class SoakBenchmark {
    private static final int ENVIRONMENTS = 200;
    private static final int AT_ONCE = 20;
    private static final double SPEED = 120;
    private static final double MIB = 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void manyEnvironments(Synthesizer synthesizer) throws Exception {
        List<CloudAssembly> assemblies = new ArrayList<>();
        for (int number = 0; number < ENVIRONMENTS; number++) {
            assemblies.add(SharedWorker.synthesize(
                    synthesizer,
                    AuroraDefinitions.valid(AuroraDefinitions.draft().withSuffix("soak" + number))));
        }
        long before = liveBytes();
        AtomicLong calls = new AtomicLong();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.usual().withPort(0).withSpeed(SPEED));
                Store store = Stores.open(folder, InstantSource.system()).store();
                AwsConnection connection =
                        new AwsConnections(InstantSource.system()).open(Target.sandbox(sandbox.endpoint()));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Deployments deployments = new CloudFormationDeployments(
                    new CountedConnection(connection, calls), store, Blueprints.builtIn(), Pace.real());
            Semaphore places = new Semaphore(AT_ONCE);
            long start = System.nanoTime();
            List<Future<Outcome>> running = assemblies.stream()
                    .map(assembly -> threads.submit(() -> {
                        places.acquire();
                        try {
                            Review review = deployments.review(deployments.plan(assembly));
                            return deployments.execute(review, event -> {});
                        } finally {
                            places.release();
                        }
                    }))
                    .toList();
            for (Future<Outcome> one : running) {
                assertThat(one.get()).isInstanceOf(Outcome.Up.class);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            print("environments deployed, %d at once".formatted(AT_ONCE), (double) ENVIRONMENTS, "");
            print("time for all of them, sandbox at ×%.0f".formatted(SPEED), seconds, "s");
            print("calls", (double) calls.get(), "");
            print("calls per second", calls.get() / seconds, "/s");
            print("heap used at the end", usedBytes() / MIB, "MiB");
            print("of it live, after a collection", liveBytes() / MIB, "MiB");
            print("live before, with the templates", before / MIB, "MiB");
            long listing = System.nanoTime();
            assertThat(deployments.list()).hasSize(ENVIRONMENTS);
            print("listing them", (System.nanoTime() - listing) / 1e6, "ms");
        }
    }

    private static long usedBytes() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long liveBytes() {
        System.gc();
        return usedBytes();
    }

    private static void print(String what, double figure, String unit) {
        System.out.printf("BENCH %-55s %,10.1f %s%n", what, figure, unit);
    }
}
