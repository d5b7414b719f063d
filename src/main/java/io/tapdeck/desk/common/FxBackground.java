package io.tapdeck.desk.common;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;

/** Virtual threads, {@link Platform#runLater} and {@link Timeline}. */
public final class FxBackground implements Background {

    @Override
    public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
        Thread.ofVirtual().name("desk-work").start(() -> {
            try {
                T result = work.call();
                onScreen(() -> onDone.accept(result));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                onScreen(() -> onFailed.accept(e));
            } catch (Exception e) {
                onScreen(() -> onFailed.accept(e));
            }
        });
    }

    @Override
    public void onScreen(Runnable update) {
        Platform.runLater(update);
    }

    @Override
    public Repeating every(Duration interval, Runnable task) {
        var timeline = new Timeline(new KeyFrame(
                javafx.util.Duration.millis((double) Math.max(1, interval.toMillis())), event -> task.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
        return timeline::stop;
    }

    @Override
    public InstantSource localClock() {
        return InstantSource.system();
    }
}
