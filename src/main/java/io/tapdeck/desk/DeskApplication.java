package io.tapdeck.desk;

import io.tapdeck.desk.common.Fonts;
import io.tapdeck.desk.common.FxBackground;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.message.DesktopMessages;
import io.tapdeck.desk.message.SystemMessages;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javafx.application.Platform;

/**
 * Starts JavaFX and opens the desk. No subclass of {@code Application}: the desk gets its engines by constructor, and
 * JavaFX may stand on the class path.
 */
public final class DeskApplication {
    /** Held, since a logger that nobody holds may forget its filter. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private DeskApplication() {}

    /**
     * Opens the desk and blocks until its window is closed. The window is there before the desk is connected: SDK
     * clients, a sandbox and AWS's answers take their time.
     *
     * @param theme what was chosen last; may block for as long as a local file takes
     * @param sessions connects; may block, and what it throws is thrown here
     * @throws UnsupportedOperationException if there is no display after all
     */
    public static void open(Supplier<Theme.Choice> theme, Supplier<OpenSessions> sessions) {
        CompletableFuture<Theme.Choice> chosen = CompletableFuture.supplyAsync(theme, DeskApplication::elsewhere);
        CompletableFuture<OpenSessions> connected =
                chosen.thenApplyAsync(_ -> sessions.get(), DeskApplication::elsewhere);
        run(() -> {});
        try {
            Theme.Choice choice = chosen.join();
            DeskWindow window = onScreen(() -> new DeskWindow(new Theme(choice)));
            CompletableFuture.anyOf(connected, window.closed()).join();
            if (!window.closed().isDone()) {
                OpenSessions ready = connected.join();
                onScreen(() -> window.show(its -> desk(
                        ready,
                        its,
                        () -> SystemMessages.find(
                                System.getProperty("os.name", ""),
                                Objects.requireNonNullElse(System.getenv("PATH"), "")))));
            }
            window.closed().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        } finally {
            Platform.exit();
        }
    }

    private static void elsewhere(Runnable work) {
        Thread.ofVirtual().name("connecting").start(work);
    }

    private static <T> T onScreen(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }

    /** Starts JavaFX without a screen, for pictures. */
    public static void startHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        run(() -> Platform.setImplicitExit(false));
    }

    /**
     * A desk with the real pages, which shows nothing outside of its window: for pictures. Call it on the JavaFX thread.
     */
    public static Desk desk(OpenSessions sessions, Theme theme) {
        return desk(sessions, theme, () -> DesktopMessages.none("Pictures are taken here."));
    }

    private static Desk desk(OpenSessions sessions, Theme theme, Supplier<DesktopMessages> messages) {
        InstantSource time = InstantSource.system();
        Desk desk = new Desk(
                sessions, new FxBackground(), theme, new DeskPages(sessions, new FxBackground(), time), messages);
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> {
            JAVAFX.log(java.util.logging.Level.FINE, "unexpected", failure);
            desk.say("Something unexpected failed here; what runs in AWS is not affected.");
        });
        return desk;
    }

    private static void run(Runnable first) {
        // JavaFX stands on the class path by design here, and says so in four lines on every start.
        JAVAFX.setFilter(record -> !String.valueOf(record.getMessage()).contains("Unsupported JavaFX configuration"));
        // What fails on JavaFX's thread fails here: without its fonts' library, for one, nobody would ever hear of a
        // start.
        CompletableFuture.runAsync(
                        () -> {
                            Fonts.load();
                            first.run();
                        },
                        Platform::startup)
                .join();
    }
}
