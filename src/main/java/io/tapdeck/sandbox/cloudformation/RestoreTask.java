package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.faults.ResourceWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

/** Brings a resource back to what it was before a failed update. */
final class RestoreTask extends ResourceTask {
    private static final Duration BACK_TO_THE_OLD = Duration.ofSeconds(1);

    private final StackEngine engine;
    private final SimulatedStack stack;
    private final SimulatedResource resource;
    private final Physical before;
    private final List<Leftover> made;
    private final boolean skipped;
    private @Nullable Attempt attempt;

    /**
     * A task.
     *
     * @param before what it was
     * @param made takes the physical resource that a replacement had made
     * @param skipped whether it is left as it is, and counts as brought back (API reference, "ContinueUpdateRollback")
     */
    RestoreTask(
            StackEngine engine,
            SimulatedStack stack,
            SimulatedResource resource,
            Physical before,
            List<Leftover> made,
            boolean skipped) {
        this.engine = engine;
        this.stack = stack;
        this.resource = resource;
        this.before = before;
        this.made = made;
        this.skipped = skipped;
    }

    @Override
    String logicalId() {
        return resource.logicalId;
    }

    @Override
    Optional<Duration> step(Instant now) {
        Physical current = resource.physical;
        boolean replaced = current != null && !current.id().equals(before.id());
        Attempt known = attempt;
        resource.skipped = skipped;
        if (skipped) {
            resource.drift = Optional.empty();
            settle(replaced, now);
            return Optional.empty();
        }
        if (known == null) {
            boolean untouched = before.equals(current) && resource.status != ResourceStatus.UPDATE_FAILED;
            if (untouched) {
                return Optional.empty();
            }
            known = engine.attempt(before.type(), ResourceWork.ROLLBACK, "update", logicalId());
            attempt = known;
            stack.move(resource, resource.physicalId(), ResourceStatus.UPDATE_IN_PROGRESS, "", before.shown(), now);
            return Optional.of(replaced ? BACK_TO_THE_OLD : known.duration());
        }
        known.requireSuccess();
        engine.requireLive(before);
        engine.publish(stack, logicalId(), before, now);
        settle(replaced, now);
        return Optional.empty();
    }

    private void settle(boolean replaced, Instant now) {
        if (replaced && resource.physical != null) {
            made.add(new Leftover(logicalId(), resource.physical));
        }
        resource.physical = before;
        stack.move(resource, before.id(), ResourceStatus.UPDATE_COMPLETE, "", before.shown(), now);
    }

    @Override
    void failed(String reason, Instant now) {
        stack.move(resource, resource.physicalId(), ResourceStatus.UPDATE_FAILED, reason, before.shown(), now);
    }

    @Override
    void cancelled(Instant now) {
        if (attempt != null) {
            failed("Resource update cancelled", now);
        }
    }
}
