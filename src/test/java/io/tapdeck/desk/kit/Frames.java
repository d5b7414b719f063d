package io.tapdeck.desk.kit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/** Counts frames while something happens in each of them. */
public final class Frames {
    /** How long is counted where nothing else is wanted. */
    public static final Duration LONG = Duration.ofSeconds(5);

    private static final Duration WARM = Duration.ofSeconds(2);
    private static final double SECOND = 1e9;

    /** JavaFX's own: the one that lays out and the one that renders. */
    private static final Set<String> THREADS = Set.of("JavaFX Application Thread", "QuantumRenderer-0");

    private Frames() {}

    /**
     * A frame.
     *
     * @param number from 0
     * @param second whether a second has begun with it
     */
    public record Frame(long number, boolean second) {}

    /**
     * What was counted.
     *
     * @param longestMillis a hitch that one would see
     * @param cpuMillis the processor time that JavaFX's two threads spent on a frame: on a busy machine frames come late,
     *     but cost the same
     */
    public record Figures(double perSecond, double p95Millis, double longestMillis, double cpuMillis) {}

    /** Warms up, then counts. {@code each} is called on the JavaFX thread, once a frame. */
    public static Figures measure(Duration length, Consumer<Frame> each) {
        // What was measured before must not be collected in this time.
        System.gc();
        Counter counter = new Counter(length, each);
        Screen.onFx(counter::start);
        try {
            counter.done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return counter.figures();
    }

    private static final class Counter extends AnimationTimer {
        private final CountDownLatch done = new CountDownLatch(1);
        private final List<Long> lengths = new ArrayList<>();
        private final long wanted;
        private final Consumer<Frame> each;
        private long begun;
        private long before;
        private long number;
        private long cpuBefore;
        private long cpu;

        Counter(Duration length, Consumer<Frame> each) {
            this.wanted = length.toNanos();
            this.each = each;
        }

        @Override
        public void handle(long pulse) {
            // The clock and not the pulse's time, which is where the frame should have been.
            long now = System.nanoTime();
            if (begun == 0) {
                begun = now;
            }
            boolean second = before == 0 || (now - begun) / 1_000_000_000 != (before - begun) / 1_000_000_000;
            if (now - begun > WARM.toNanos()) {
                lengths.add(now - before);
            } else {
                cpuBefore = cpu();
            }
            before = now;
            if (now - begun > WARM.toNanos() + wanted) {
                stop();
                cpu = cpu() - cpuBefore;
                done.countDown();
                return;
            }
            each.accept(new Frame(number++, second));
        }

        Figures figures() {
            Collections.sort(lengths);
            double sum = lengths.stream().mapToLong(length -> length).sum();
            long p95 = lengths.get(Math.min(lengths.size() - 1, lengths.size() * 95 / 100));
            return new Figures(
                    lengths.size() * SECOND / sum, p95 / 1e6, lengths.getLast() / 1e6, cpu / 1e6 / lengths.size());
        }

        private static long cpu() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long sum = 0;
            for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
                if (thread != null && THREADS.contains(thread.getThreadName())) {
                    sum += threads.getThreadCpuTime(thread.getThreadId());
                }
            }
            return sum;
        }
    }
}
