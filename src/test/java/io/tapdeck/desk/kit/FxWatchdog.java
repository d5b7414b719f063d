package io.tapdeck.desk.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Watches the JavaFX thread during a test. A blocking call there (network, file, database, waiting for a future, sleep)
 * under a frame of ours fails the test; every stretch of work of more than 100 ms of the thread's own CPU time is
 * printed. Register it after {@link Headless}.
 */
public final class FxWatchdog implements BeforeEachCallback, AfterEachCallback {
    /** More CPU time than this in one go is printed. */
    private static final long LONG_NANOS = 100_000_000;

    private static final long SAMPLE_NANOS = 2_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(FxWatchdog.class);

    /** Class or class.method prefixes of what waits for something outside of the program. */
    private static final List<String> BLOCKING = List.of(
            "java.net.Socket",
            "java.net.HttpURLConnection",
            "sun.net.www.http.",
            "sun.net.www.protocol.http",
            "sun.nio.ch.",
            "sun.nio.fs.",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.RandomAccessFile",
            "java.nio.file.Files",
            "org.sqlite.",
            "java.lang.Process",
            "java.lang.Thread.sleep",
            "java.lang.Thread.join",
            "java.lang.Object.wait",
            "java.util.concurrent.CompletableFuture.get",
            "java.util.concurrent.CompletableFuture.join",
            "java.util.concurrent.FutureTask.get",
            "java.util.concurrent.locks.LockSupport.park",
            "jdk.internal.misc.Unsafe.park");

    /** Loading of classes and resources happens once and is JavaFX's and the JVM's own affair. */
    private static final List<String> LOADING = List.of(
            "java.lang.ClassLoader",
            "java.util.ServiceLoader",
            "jdk.internal.loader.",
            "java.util.zip.",
            "java.util.jar.",
            "sun.net.www.protocol.jar.",
            "javafx.css.");

    private static final Pattern JDK = Pattern.compile("(java|jdk|sun)\\.");

    /** JavaFX inside: toolkit, renderer, window system, fonts. */
    private static final List<String> ENGINE_ROOM = List.of(
            "com.sun.javafx.tk.",
            "com.sun.javafx.font.",
            "com.sun.javafx.css.",
            "com.sun.javafx.text.",
            "com.sun.prism.",
            "com.sun.glass.",
            "com.sun.scenario.");

    /** One test's observation. */
    static final class Watch implements Runnable {
        private final Thread observed;
        private final String test;
        private final PrintStream out;
        private final Set<String> blocked = new ConcurrentSkipListSet<>();
        private final CountDownLatch bitten = new CountDownLatch(1);
        private final Thread sampler;
        private volatile boolean over;

        Watch(Thread observed, String test, PrintStream out) {
            this.observed = observed;
            this.test = test;
            this.out = out;
            this.sampler = Thread.ofPlatform().daemon().name("fx-watchdog").unstarted(this);
        }

        /** Waits until a blocking call was seen; gives up in the end, so that a blind watchdog fails its test. */
        void awaitBlocked() {
            try {
                bitten.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Ends the observation. */
        void end() {
            over = true;
            try {
                sampler.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            assertThat(blocked).as("blocking calls on the JavaFX thread").isEmpty();
        }

        @Override
        public void run() {
            long stretchStart = cpu();
            String busiest = "";
            while (!over) {
                StackTraceElement[] stack = observed.getStackTrace();
                if (idle(stack)) {
                    report(stretchStart, busiest);
                    stretchStart = cpu();
                    busiest = "";
                } else {
                    String ours = firstOfOurs(stack);
                    busiest = ours.isEmpty() ? busiest : ours;
                    String call = blockingCall(stack);
                    if (call != null) {
                        blocked.add(call);
                        bitten.countDown();
                    }
                }
                LockSupport.parkNanos(SAMPLE_NANOS);
            }
            report(stretchStart, busiest);
        }

        private long cpu() {
            return THREADS.getThreadCpuTime(observed.threadId());
        }

        private void report(long stretchStart, String where) {
            long spent = cpu() - stretchStart;
            if (spent > LONG_NANOS) {
                out.printf(
                        "FX thread: %d ms of CPU in one go during %s%s%n",
                        spent / 1_000_000, test, where.isEmpty() ? "" : ", last seen in " + where);
            }
        }
    }

    /** Begins to watch the JavaFX thread. */
    static Watch start(String test, PrintStream out) {
        Watch watch = new Watch(Screen.call(Thread::currentThread), test, out);
        watch.sampler.start();
        return watch;
    }

    static Watch start(String test) {
        return start(test, System.out);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(HERE).put("watch", start(context.getDisplayName()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Objects.requireNonNull(context.getStore(HERE).get("watch", Watch.class)).end();
    }

    /** The event loop itself waits for its next task. */
    static boolean idle(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .map(FxWatchdog::name)
                .filter(name -> !JDK.matcher(name).lookingAt())
                .findFirst()
                .filter(name -> name.startsWith("com.sun.glass.ui."))
                .isPresent();
    }

    /**
     * The blocking call and who makes it, or null. The first frame outside of the JDK tells whose call it is: one of
     * JavaFX's engine room waits for its renderer and is innocent. A call straight from a lambda has no frame of its own
     * (lambda frames are hidden), so that JavaFX's dispatching frames count as ours.
     */
    static @Nullable String blockingCall(StackTraceElement[] stack) {
        String call = null;
        for (StackTraceElement frame : stack) {
            String name = name(frame);
            if (LOADING.stream().anyMatch(name::startsWith)) {
                return null;
            }
            if (BLOCKING.stream().anyMatch(name::startsWith)) {
                call = name;
            } else if (!JDK.matcher(name).lookingAt()) {
                boolean innocent = call == null || ENGINE_ROOM.stream().anyMatch(name::startsWith);
                return innocent ? null : call + " from " + name + ":" + frame.getLineNumber();
            }
        }
        return null;
    }

    private static String firstOfOurs(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(FxWatchdog::ours)
                .map(frame -> name(frame) + ":" + frame.getLineNumber())
                .findFirst()
                .orElse("");
    }

    private static boolean ours(StackTraceElement frame) {
        return frame.getClassName().startsWith("io.tapdeck.")
                && !frame.getClassName().startsWith("io.tapdeck.desk.kit.Screen")
                && !frame.getClassName().startsWith("io.tapdeck.desk.kit.Pictures");
    }

    private static String name(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName();
    }
}
