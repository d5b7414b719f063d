package io.tapdeck.desk.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.desk.common.Theme;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The watchdog itself: it must bite, and must not bite the innocent. */
@ExtendWith(Headless.class)
class FxWatchdogTest {

    @Test
    void waitingForAFutureOnTheJavaFxThreadFailsTheTest() {
        FxWatchdog.Watch watch = FxWatchdog.start("a test");
        CompletableFuture<String> answer = new CompletableFuture<>();
        Platform.runLater(answer::join);
        // The future is answered only when the watchdog has seen the wait: no clock is involved.
        watch.awaitBlocked();
        answer.complete("done");
        assertThatThrownBy(watch::end)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("CompletableFuture.join");
    }

    @Test
    void sleepingOnTheJavaFxThreadFailsTheTest() {
        FxWatchdog.Watch watch = FxWatchdog.start("a test");
        CountDownLatch seen = new CountDownLatch(1);
        Platform.runLater(() -> {
            while (seen.getCount() > 0) {
                nap();
            }
        });
        watch.awaitBlocked();
        seen.countDown();
        assertThatThrownBy(watch::end).hasMessageContaining("Thread.sleep from io.tapdeck.desk.kit.FxWatchdogTest.nap");
    }

    @Test
    void ordinaryWorkPasses(Screen screen) {
        FxWatchdog.Watch watch = FxWatchdog.start("a test");
        screen.show(Theme.Choice.LIGHT, StackPane::new);
        watch.end();
        assertThat(screen.scene().getRoot()).isNotNull();
    }

    @Test
    void muchCpuTimeInOneGoIsPrinted() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        FxWatchdog.Watch watch = FxWatchdog.start("a test", new PrintStream(printed, true, StandardCharsets.UTF_8));
        Screen.onFx(() -> {
            var threads = ManagementFactory.getThreadMXBean();
            long end = threads.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(150);
            while (threads.getCurrentThreadCpuTime() < end) {
                Thread.onSpinWait();
            }
        });
        watch.end();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("ms of CPU in one go during a test");
    }

    private static void nap() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
