package io.tapdeck.desk.kit;

import io.tapdeck.desk.common.Background;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Work is queued until the test lets it go on, and then done on the test's thread: between two {@link #settle}s a page
 * can be seen as it looks while it waits. Repetitions follow the virtual clock.
 */
public final class VirtualBackground implements Background {
    private final VirtualClock clock;
    private final ConcurrentLinkedDeque<Runnable> waiting = new ConcurrentLinkedDeque<>();

    public VirtualBackground(VirtualClock clock) {
        this.clock = clock;
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
        waiting.add(() -> {
            T result;
            try {
                result = work.call();
            } catch (Exception e) {
                onScreen(() -> onFailed.accept(e));
                return;
            }
            onScreen(() -> onDone.accept(result));
        });
    }

    @Override
    public void onScreen(Runnable update) {
        javafx.application.Platform.runLater(update);
    }

    @Override
    public Repeating every(Duration interval, Runnable task) {
        Runnable stop = clock.every(interval, () -> Screen.onFx(task));
        return stop::run;
    }

    @Override
    public InstantSource localClock() {
        return clock;
    }

    /** How many pieces of work wait. */
    public int waiting() {
        return waiting.size();
    }

    /** Does only what has waited longest. */
    public void oldest() {
        next().ifPresent(Runnable::run);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Does all that waits, what was asked for last before what was asked for first. */
    public void newestFirst() {
        for (Runnable next = waiting.pollLast(); next != null; next = waiting.pollLast()) {
            next.run();
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    /** Does all that waits, and all that follows from it, until nothing is left to do. */
    public void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
            next.get().run();
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    /** Moves the clock on, and settles. */
    public void advance(Duration length) {
        clock.advance(length);
        settle();
    }

    private Optional<Runnable> next() {
        return Optional.ofNullable(waiting.poll());
    }
}
