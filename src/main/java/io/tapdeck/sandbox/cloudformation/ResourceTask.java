package io.tapdeck.sandbox.cloudformation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Work on one resource, in steps separated by time. */
abstract class ResourceTask {

    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    final List<ResourceTask> prerequisites = new ArrayList<>();
    State state = State.WAITING;
    Instant due = Instant.EPOCH;

    abstract String logicalId();

    /**
     * Does the next step.
     *
     * @return the time until the step after it; empty when it was the last
     * @throws ResourceFailure when it fails
     */
    abstract Optional<Duration> step(Instant now);

    /** Writes the event of a failure. */
    abstract void failed(String reason, Instant now);

    /** Writes the event of a task that another one's failure, or the user, cut short. */
    abstract void cancelled(Instant now);

    boolean isReady() {
        return prerequisites.stream().allMatch(task -> task.state == State.DONE);
    }

    void advance(Instant now) {
        try {
            Optional<Duration> next = step(now);
            if (next.isPresent()) {
                due = now.plus(next.get());
            } else {
                state = State.DONE;
            }
        } catch (ResourceFailure failure) {
            state = State.FAILED;
            failed(failure.reason(), now);
        }
    }
}
