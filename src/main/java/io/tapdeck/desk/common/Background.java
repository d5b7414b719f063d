package io.tapdeck.desk.common;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The one place where work leaves the JavaFX thread and its results come back to it. */
public interface Background {

    /**
     * Runs {@code work} on a virtual thread.
     *
     * @param onDone gets its result on the JavaFX thread
     * @param onFailed gets what it threw on the JavaFX thread
     */
    <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed);

    /** Runs {@code update} on the JavaFX thread, soon; for events that arrive on other threads. */
    void onScreen(Runnable update);

    /** Runs {@code task} on the JavaFX thread again and again until the returned handle is closed. */
    Repeating every(java.time.Duration interval, Runnable task);

    /** The clock of this computer, by which {@link #every} repeats. */
    InstantSource localClock();

    /** Ends a repetition. */
    interface Repeating extends AutoCloseable {
        @Override
        void close();
    }
}
