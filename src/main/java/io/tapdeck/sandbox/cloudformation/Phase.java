package io.tapdeck.sandbox.cloudformation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tasks that run side by side, each as soon as those it waits for are done. */
final class Phase {

    private final List<ResourceTask> tasks;
    private final boolean stopsOnFailure;
    private boolean stopped;

    /**
     * A phase.
     *
     * @param stopsOnFailure whether the first failure cancels all that runs; else only what waits for the failed one is
     *     left out
     */
    Phase(List<? extends ResourceTask> tasks, boolean stopsOnFailure, Instant start) {
        this.tasks = List.copyOf(tasks);
        this.stopsOnFailure = stopsOnFailure;
        startReady(start);
    }

    /** When something happens next; empty when nothing will. */
    Optional<Instant> nextDue() {
        return tasks.stream()
                .filter(task -> task.state == ResourceTask.State.RUNNING)
                .map(task -> task.due)
                .min(Instant::compareTo);
    }

    /** Does what is due at an instant, then starts what may start. */
    void advance(Instant now) {
        for (ResourceTask task : tasks) {
            if (task.state == ResourceTask.State.RUNNING && !task.due.isAfter(now)) {
                task.advance(now);
                if (task.state == ResourceTask.State.FAILED && stopsOnFailure) {
                    stop(now);
                }
            }
        }
        startReady(now);
    }

    /** Cancels all that runs; nothing more starts. */
    void stop(Instant now) {
        stopped = true;
        for (ResourceTask task : tasks) {
            if (task.state == ResourceTask.State.RUNNING) {
                task.state = ResourceTask.State.CANCELLED;
                task.cancelled(now);
            }
        }
    }

    /** The logical ids of those that failed by themselves. */
    List<String> failed() {
        List<String> ids = new ArrayList<>();
        for (ResourceTask task : tasks) {
            if (task.state == ResourceTask.State.FAILED) {
                ids.add(task.logicalId());
            }
        }
        return ids;
    }

    boolean failedOrStopped() {
        return stopped || !failed().isEmpty();
    }

    private void startReady(Instant now) {
        if (stopped) {
            return;
        }
        for (ResourceTask task : tasks) {
            if (task.state == ResourceTask.State.WAITING && task.isReady()) {
                task.state = ResourceTask.State.RUNNING;
                task.due = now;
            }
        }
    }
}
