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
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * A process of its own that starts the desk as its launcher does, works it as a reader would, and prints what he waited
 * for: {@code StartProbe BEGUN SUFFIX [REST]}. BEGUN is when the process was started, in milliseconds since the epoch,
 * SUFFIX that of an environment in the sandbox. With REST, the milliseconds to do nothing in, it also prints the memory
 * of the desk and of the processes below it.
 */
public final class StartProbe {
    private static final Duration LOOK = Duration.ofMillis(4);

    private StartProbe() {}

    /** Runs it. */
    public static void main(String[] args) throws InterruptedException, IOException {
        long begun = Long.parseLong(args[0]);
        Thread.ofPlatform().daemon().start(() -> Tapdeck.main(new String[0]));
        Window window = window();
        twoPulses(window);
        tell("first frame", begun);

        shown(window, args[1]::equals);
        tell("home", begun);

        hand(window).press("New environment");
        hand(window).press("Continue to What");
        hand(window).press("Continue to Name and size");
        hand(window).type("Environment suffix", "probe");
        shown(window, words -> words.matches("[\\d,.]+ m?s"));
        tell("first template", begun);

        if (args.length > 2) {
            rest(Duration.ofMillis(Long.parseLong(args[2])));
            memory();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void tell(String what, long begun) {
        System.out.printf("%s %d ms%n", what, System.currentTimeMillis() - begun);
    }

    /** The desk's window, as soon as JavaFX has it. */
    private static Window window() {
        while (true) {
            try {
                Window window = Stagehand.onScreen(StartProbe::firstWindow);
                if (window != null) {
                    return window;
                }
            } catch (IllegalStateException e) {
                // JavaFX has not been started yet.
                rest(LOOK);
            }
        }
    }

    private static @Nullable Window firstWindow() {
        return Window.getWindows().isEmpty() ? null : Window.getWindows().getFirst();
    }

    /** A pulse begins when the frame before it was handed to the renderer. */
    private static void twoPulses(Window window) throws InterruptedException {
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

    private static void shown(Window window, Predicate<String> words) {
        while (!Stagehand.onScreen(() -> hand(window).reads(words))) {
            rest(LOOK);
        }
    }

    /** On the scene of the moment: the desk takes the place of the one that says that it is opening. */
    private static Stagehand hand(Window window) {
        return new Stagehand(window.getScene().getRoot(), _ -> rest(LOOK));
    }

    private static void rest(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private static void memory() throws IOException {
        tellMemory("desk", ProcessHandle.current());
        for (ProcessHandle below : ProcessHandle.current().descendants().toList()) {
            tellMemory(below.info().command().orElse("").endsWith("node") ? "node" : "worker", below);
        }
    }

    /** Its proportional share of shared pages, and its resident memory with all of them; from /proc, so Linux only. */
    private static void tellMemory(String who, ProcessHandle process) throws IOException {
        String rollup = Files.readString(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"));
        System.out.printf("memory %s %s kB, %s kB%n", who, kilobytes(rollup, "Pss"), kilobytes(rollup, "Rss"));
    }

    private static String kilobytes(String rollup, String which) {
        return rollup.replaceAll("(?s).*\\b" + which + ":\\s+(\\d+) kB.*", "$1");
    }
}
