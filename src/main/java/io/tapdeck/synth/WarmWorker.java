package io.tapdeck.synth;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One worker process that is always there: started again when it dies, and replaced between requests when it has grown.
 * CDK's objects are never released, so the measure of growth is the number of syntheses.
 */
final class WarmWorker implements AutoCloseable {
    /** Starting on a slow machine with an empty package cache takes a quarter of a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Logger LOG = System.getLogger(WarmWorker.class.getName());

    private final WorkerLauncher launcher;
    private final List<String> throwaways;
    private final Iterator<String> cold;
    private final int recycleAfter;

    /** Held for a whole request, so that nothing is replaced under it. */
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable WorkerProcess worker;
    private volatile @Nullable WorkerProcess successor;
    private volatile boolean closed;
    private boolean replacing;

    /**
     * Does not start anything yet.
     *
     * @param blueprints what a new worker synthesizes once, to be fast ever after
     * @param recycleAfter a worker that has answered as often is replaced
     */
    WarmWorker(Blueprints blueprints, WorkerLauncher launcher, int recycleAfter) {
        this.launcher = launcher;
        this.recycleAfter = recycleAfter;
        this.throwaways = blueprints.all().stream().map(WarmWorker::throwaway).toList();
        this.cold = throwaways.iterator();
    }

    private static String throwaway(Blueprint blueprint) {
        Draft draft = Draft.of(blueprint, blueprint.presets().getFirst()).withSuffix("warm");
        return new WorkerRequest(draft, null, false).write();
    }

    /** Starts the worker before it is needed; returns while it starts. */
    void start() {
        lock.lock();
        try {
            running();
        } catch (SynthesisException e) {
            // The first request meets the same obstacle, and there is somebody to be told.
            LOG.log(Level.DEBUG, "no worker yet", e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Synthesizes one of the blueprints and throws it away. For one thread.
     *
     * @return false if there is none left, or it is of no use to go on
     */
    boolean warmUp() {
        try {
            ask(cold.next());
            return cold.hasNext();
        } catch (SynthesisException e) {
            LOG.log(Level.DEBUG, "not warm", e);
            return false;
        }
    }

    /**
     * The worker's answer. Asks once more if it dies: whatever killed it was hardly the definition.
     *
     * @param request one line of JSON
     * @throws SynthesisException if there is no answer to be had
     */
    WorkerAnswer ask(String request) {
        lock.lock();
        try {
            for (int attempt = 1; attempt <= 2; attempt++) {
                WorkerProcess current = running();
                try {
                    WorkerAnswer answer = current.ask(request, PATIENCE);
                    replaceIfGrown(current);
                    return answer;
                } catch (IOException e) {
                    LOG.log(Level.DEBUG, "worker lost", e);
                    worker = null;
                    current.close();
                }
            }
            throw new SynthesisException(
                    "The synthesis process ended twice without an answer.",
                    "Try again; tapdeck doctor says what is missing on this machine.");
        } finally {
            lock.unlock();
        }
    }

    private WorkerProcess running() {
        refuseIfClosed();
        WorkerProcess current = worker;
        if (current == null) {
            current = launcher.launch();
            worker = current;
            // Closing may have come just before there was anything to kill.
            refuseIfClosed();
        }
        return current;
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new SynthesisException("The synthesis has been ended.", "Start Tapdeck again.");
        }
    }

    /** The grown one goes on answering until its successor is warm. */
    private void replaceIfGrown(WorkerProcess grown) {
        if (!replacing && grown.answered() >= recycleAfter) {
            replacing = true;
            Thread.ofVirtual().name("worker-successor").start(this::replace);
        }
    }

    private void replace() {
        WorkerProcess next = null;
        try {
            next = launchedSuccessor();
            for (String throwaway : throwaways) {
                next.ask(throwaway, PATIENCE);
            }
        } catch (SynthesisException | IOException e) {
            LOG.log(Level.DEBUG, "no successor; the grown worker goes on, and its next answer tries again", e);
            if (next != null) {
                next.close();
            }
            next = null;
        }
        lock.lock();
        try {
            replacing = false;
            successor = null;
            if (next != null) {
                takeOver(next);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Under the lock, so that closing finds either no successor or the one to close. */
    private WorkerProcess launchedSuccessor() {
        lock.lock();
        try {
            refuseIfClosed();
            WorkerProcess next = launcher.launch();
            successor = next;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void takeOver(WorkerProcess next) {
        WorkerProcess old = closed ? next : worker;
        if (!closed) {
            worker = next;
        }
        if (old != null) {
            old.close();
        }
    }

    /** Ends the worker, also in the middle of a request, which then fails. */
    @Override
    public void close() {
        closed = true;
        for (WorkerProcess process : new WorkerProcess[] {worker, successor}) {
            if (process != null) {
                process.kill();
            }
        }
        lock.lock();
        try {
            for (WorkerProcess process : new WorkerProcess[] {worker, successor}) {
                if (process != null) {
                    process.close();
                }
            }
            worker = null;
        } finally {
            lock.unlock();
        }
    }
}
