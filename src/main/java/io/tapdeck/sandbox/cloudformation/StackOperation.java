package io.tapdeck.sandbox.cloudformation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** What runs on a stack: phases of work on resources, with moves of the stack between them. */
abstract class StackOperation {

    private static final Duration BREATH = Duration.ofMillis(600);
    private static final Duration START = Duration.ofMillis(2500);

    final StackEngine engine;
    final SimulatedStack stack;
    /** Told of the end: whether the operation reached what was asked for. */
    private final BiConsumer<Boolean, Instant> ended;

    private @Nullable Phase phase;
    private Consumer<Instant> then = now -> {};
    private @Nullable Instant thenDue;
    private @Nullable RollbackWatch watch;
    private boolean finished;

    StackOperation(StackEngine engine, SimulatedStack stack, BiConsumer<Boolean, Instant> ended) {
        this.engine = engine;
        this.stack = stack;
        this.ended = ended;
    }

    boolean isFinished() {
        return finished;
    }

    /** When it goes on. */
    Instant due() {
        Instant own = ownDue();
        return watch == null || own.isBefore(watch.next()) ? own : watch.next();
    }

    private Instant ownDue() {
        if (thenDue != null) {
            return thenDue;
        }
        return phase == null ? Instant.MAX : phase.nextDue().orElse(Instant.MAX);
    }

    /** Does what is due next. */
    void advance() {
        Instant now = due();
        if (watch != null && !watch.next().isAfter(now)) {
            watch.look(now).ifPresent(reason -> {
                unwatch();
                alarmed(reason, now);
            });
            return;
        }
        if (thenDue != null) {
            thenDue = null;
            then.accept(now);
        } else if (phase != null) {
            phase.advance(now);
        }
        settle(now);
    }

    /** Watches the stack's rollback triggers from now on. */
    void watch(Instant now) {
        watch = new RollbackWatch(engine.world, stack.rollbackConfiguration, now);
    }

    /** Goes on after the time for which the triggers are watched: the stack stays in progress, with nothing left to do. */
    void afterWatch(Instant now, Consumer<Instant> next) {
        Duration time = watch == null ? Duration.ZERO : watch.afterwards();
        Consumer<Instant> unwatched = later -> {
            unwatch();
            next.accept(later);
        };
        if (time.isZero()) {
            unwatched.accept(now);
        } else {
            phase = null;
            then = unwatched;
            thenDue = now.plus(time);
        }
    }

    private void unwatch() {
        watch = null;
    }

    /** A trigger asks to go back. */
    void alarmed(String reason, Instant now) {
        throw new IllegalStateException("not watched: " + reason);
    }

    /** Cuts short what runs, or the wait after it, and does something else. */
    void interrupt(Instant now, Consumer<Instant> next) {
        if (phase != null) {
            phase.stop(now);
        }
        then = next;
        thenDue = now.plus(BREATH);
    }

    /** Runs tasks, then goes on. */
    void run(List<? extends ResourceTask> tasks, boolean stopsOnFailure, Instant now, Consumer<Instant> next) {
        phase = new Phase(tasks, stopsOnFailure, now.plus(START));
        then = next;
        settle(now);
    }

    /** Goes on after a moment. */
    void after(Instant now, Consumer<Instant> next) {
        phase = null;
        then = next;
        thenDue = now.plus(BREATH);
    }

    /** Cuts the running phase short. */
    void stopPhase(Instant now) {
        if (phase != null) {
            phase.stop(now);
            settle(now);
        }
    }

    List<String> failed() {
        return phase == null ? List.of() : phase.failed();
    }

    boolean phaseFailed() {
        return phase != null && phase.failedOrStopped();
    }

    /** Ends the operation with a last move of the stack. */
    void end(StackStatus status, String reason, boolean reached, Instant now) {
        stack.move(status, reason, now);
        finished = true;
        phase = null;
        ended.accept(reached, now);
    }

    /** Hands over to another operation, which ends in this one's place. */
    <T extends StackOperation> T follow(Function<BiConsumer<Boolean, Instant>, T> next) {
        T operation = next.apply(ended);
        finished = true;
        phase = null;
        engine.start(operation);
        return operation;
    }

    /** What a cleanup says at its end: what it could not delete is no longer the stack's, and stays behind. */
    String cleanupReason() {
        return failed().isEmpty() ? "" : "Update successful. One or more resources could not be deleted.";
    }

    private void settle(Instant now) {
        if (!finished && thenDue == null && phase != null && phase.nextDue().isEmpty()) {
            thenDue = now.plus(BREATH);
        }
    }

    /**
     * Wires tasks by what their resources wait for.
     *
     * @param reversed whether a task waits for those that need it, as deletions do
     */
    static <T extends ResourceTask> List<T> wire(
            List<T> tasks, Function<String, Set<String>> dependencies, boolean reversed) {
        Map<String, List<T>> byId = new HashMap<>();
        tasks.forEach(task ->
                byId.computeIfAbsent(task.logicalId(), id -> new ArrayList<>()).add(task));
        for (T task : tasks) {
            for (String needed : dependencies.apply(task.logicalId())) {
                for (T other : byId.getOrDefault(needed, List.of())) {
                    T first = reversed ? task : other;
                    T second = reversed ? other : task;
                    second.prerequisites.add(first);
                }
            }
        }
        return tasks;
    }
}
