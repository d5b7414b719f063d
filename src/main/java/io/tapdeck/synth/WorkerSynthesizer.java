package io.tapdeck.synth;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Synthesizes in a child process that is kept warm (see {@link WarmWorker}); at most one request waits. */
public final class WorkerSynthesizer implements Synthesizer {
    /**
     * By then a worker has grown by 110 to 230 MB: 0.5 to 1 MB in the JVM and 0.6 to 1.3 MB in Node for each synthesis,
     * measured with aws-cdk-lib 2.263.0 and {@code aurora-mysql}.
     */
    static final int RECYCLE_AFTER = 100;

    private final Blueprints blueprints;
    private final WarmWorker worker;
    private final InstantSource clock;
    private final Thread thread;

    /** Of a process that a signal ends, nothing is closed; the worker's folder would stay behind. */
    private final Thread farewell = new Thread(this::end, "synthesis-end");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Request waiting;
    private boolean closed;

    private record Request(SynthesisRequest wanted, Instant asked, CompletableFuture<CloudAssembly> future) {}

    /** With every part that a test may want to replace. Starts the worker. */
    WorkerSynthesizer(Blueprints blueprints, WorkerLauncher launcher, InstantSource clock, int recycleAfter) {
        this.blueprints = blueprints;
        this.worker = new WarmWorker(blueprints, launcher, recycleAfter);
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("synthesis").unstarted(this::run);
        Runtime.getRuntime().addShutdownHook(farewell);
        thread.start();
    }

    /** Starts a worker on this Java, this class path and the Node.js of this machine; returns at once. */
    public static WorkerSynthesizer start(Blueprints blueprints) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return new WorkerSynthesizer(
                blueprints,
                WorkerLauncher.onThisJava(System.getenv(), temporary),
                InstantSource.system(),
                RECYCLE_AFTER);
    }

    @Override
    public CompletableFuture<CloudAssembly> synthesize(SynthesisRequest wanted) {
        Request request = new Request(wanted, clock.instant(), new CompletableFuture<>());
        lock.lock();
        try {
            Request older = closed ? request : waiting;
            if (older != null) {
                Thread.startVirtualThread(() -> older.future().cancel(false));
            }
            waiting = request;
            changed.signalAll();
            return request.future();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook does once more what is done.
            return;
        }
    }

    /** Any thread may call it, also again, and while another does. */
    private void end() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        worker.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Warms the worker while nobody asks: a request that is there goes first, and warms it just as well. */
    private void run() {
        worker.start();
        boolean cold = true;
        try {
            while (true) {
                if (cold && isIdle()) {
                    cold = worker.warmUp();
                    continue;
                }
                Request request = next();
                if (request == null) {
                    return;
                }
                serve(request);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isIdle() {
        lock.lock();
        try {
            return waiting == null && !closed;
        } finally {
            lock.unlock();
        }
    }

    /** The next request, or null when closed. */
    private @Nullable Request next() throws InterruptedException {
        lock.lock();
        try {
            while (waiting == null && !closed) {
                changed.await();
            }
            Request request = waiting;
            waiting = null;
            if (closed && request != null) {
                request.future().cancel(false);
            }
            return closed ? null : request;
        } finally {
            lock.unlock();
        }
    }

    private void serve(Request request) {
        if (request.future().isDone()) {
            return;
        }
        // On threads of their own: what hangs on a result must not hold up the next request.
        try {
            CloudAssembly assembly = assembly(request);
            Thread.startVirtualThread(() -> request.future().complete(assembly));
        } catch (SynthesisException e) {
            Thread.startVirtualThread(() -> request.future().completeExceptionally(e));
        }
    }

    private CloudAssembly assembly(Request request) {
        EnvironmentDefinition definition = request.wanted().definition();
        Blueprint blueprint = blueprints
                .find(definition.blueprint())
                .orElseThrow(() -> new SynthesisException(
                        "There is no blueprint “%s”.".formatted(definition.blueprint()),
                        "Choose one that tapdeck blueprints lists."));
        WorkerAnswer answer = worker.ask(WorkerRequest.of(request.wanted()).write());
        if (answer.problem() != null) {
            throw new SynthesisException(
                    "CDK makes no template of this definition: %s".formatted(answer.problem()),
                    "Change the setting that this names.");
        }
        List<Finding> findings = blueprint.findings(definition).stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        return new CloudAssembly(
                definition,
                answer.stacks(),
                findings,
                answer.ruleFindings(),
                Duration.between(request.asked(), clock.instant()));
    }
}
