package io.tapdeck.desk.tour;

import io.tapdeck.Tapdeck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The desk as its launcher starts it, in a process of its own that works it as a reader would. */
final class ProbedDesk {
    private final Window window;
    private final Duration look;

    private ProbedDesk(Window window, Duration look) {
        this.window = window;
        this.look = look;
    }

    /**
     * Starts it; returns as soon as JavaFX has its window.
     *
     * @param look how long to wait between two looks at the screen; what is measured is as coarse as that
     */
    static ProbedDesk start(Duration look) {
        Thread.ofPlatform().daemon().start(() -> Tapdeck.main(new String[0]));
        while (true) {
            try {
                Window window = Stagehand.onScreen(ProbedDesk::firstWindow);
                if (window != null) {
                    return new ProbedDesk(window, look);
                }
            } catch (IllegalStateException e) {
                // JavaFX has not been started yet.
                rest(look);
            }
        }
    }

    private static @Nullable Window firstWindow() {
        return Window.getWindows().isEmpty() ? null : Window.getWindows().getFirst();
    }

    /** Waits for two pulses: one begins when the frame before it was handed to the renderer. */
    void firstFrame() throws InterruptedException {
        CountDownLatch pulses = new CountDownLatch(2);
        Stagehand.onScreen(() -> {
            window.getScene().addPostLayoutPulseListener(() -> {
                pulses.countDown();
                Platform.requestNextPulse();
            });
            Platform.requestNextPulse();
            return true;
        });
        pulses.await();
    }

    /** Waits until some visible text satisfies {@code words}, however long it takes. */
    void shown(Predicate<String> words) {
        while (!Stagehand.onScreen(() -> hand().reads(words))) {
            rest(look);
        }
    }

    /** Waits until the wizard says how long the template took. */
    void template() {
        shown(words -> words.matches("[\\d,.]+ m?s"));
    }

    /** On the scene of the moment: the desk takes the place of the one that says that it is opening. */
    Stagehand hand() {
        return new Stagehand(window.getScene().getRoot(), _ -> rest(look));
    }

    /** Presses a key where the focus is. */
    void key(KeyCode code) {
        Stagehand.onScreen(() -> {
            Scene scene = window.getScene();
            EventTarget target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
            return true;
        });
    }

    /** Does nothing for so long. */
    static void rest(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    /** Prints the memory of the desk and of each process below it, from /proc: {@code memory WHO PSS kB}. */
    static void tellMemory() throws IOException {
        tellMemory("desk", ProcessHandle.current());
        for (ProcessHandle below : ProcessHandle.current().descendants().toList()) {
            tellMemory(name(below), below);
        }
    }

    /** A class path is longer than what the JDK tells of a command. */
    private static String name(ProcessHandle process) throws IOException {
        if (process.info().command().orElse("").endsWith("/node")) {
            return "node";
        }
        return Files.readString(proc(process, "cmdline")).contains("WorkerMain") ? "worker" : "other";
    }

    /** Of pages that several processes share it counts its part. */
    private static void tellMemory(String who, ProcessHandle process) throws IOException {
        String rollup = Files.readString(proc(process, "smaps_rollup"));
        System.out.printf("memory %s %s kB%n", who, rollup.replaceAll("(?s).*\\bPss:\\s+(\\d+) kB.*", "$1"));
    }

    private static Path proc(ProcessHandle process, String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }
}
