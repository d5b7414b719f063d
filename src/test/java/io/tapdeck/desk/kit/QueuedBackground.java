package io.tapdeck.desk.kit;

import io.tapdeck.desk.common.Background;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Work that waits until a test lets it go on, one by one, without a toolkit. */
public final class QueuedBackground implements Background {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<Runnable> repeated = new ArrayList<>();

    @Override
    public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
        waiting.add(() -> {
            T result;
            try {
                result = work.call();
            } catch (Exception e) {
                onFailed.accept(e);
                return;
            }
            onDone.accept(result);
        });
    }

    @Override
    public void onScreen(Runnable update) {
        update.run();
    }

    @Override
    public Repeating every(Duration interval, Runnable task) {
        repeated.add(task);
        return () -> repeated.remove(task);
    }

    @Override
    public InstantSource localClock() {
        return InstantSource.fixed(Instant.EPOCH);
    }

    /** Everything that repeats is due once. */
    public void tick() {
        List.copyOf(repeated).forEach(Runnable::run);
    }

    /** Does the work that was asked for first, and only that. */
    public void oldestFirst() {
        waiting.removeFirst().run();
    }

    /** How much work waits. */
    public int waiting() {
        return waiting.size();
    }

    /** Does the work that was asked for last. */
    public void newestFirst() {
        waiting.removeLast().run();
    }

    /** Does all that waits. */
    public void settle() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }
}
