package io.tapdeck.sandbox.cloudformation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

/** Brings a resource back to what it was before a failed update. */
final class RestoreTask extends ResourceTask {

    private final StackEngine engine;
    private final SimulatedStack stack;
    private final SimulatedResource resource;
    private final Physical before;
    private final List<Leftover> made;
    private boolean begun;

    /**
     * A task.
     *
     * @param before what it was
     * @param made takes the physical resource that a replacement had made
     */
    RestoreTask(
            StackEngine engine,
            SimulatedStack stack,
            SimulatedResource resource,
            Physical before,
            List<Leftover> made) {
        this.engine = engine;
        this.stack = stack;
        this.resource = resource;
        this.before = before;
        this.made = made;
    }

    @Override
    String logicalId() {
        return resource.logicalId;
    }

    @Override
    Optional<Duration> step(Instant now) {
        Physical current = resource.physical;
        boolean untouched = before.equals(current) && resource.status != ResourceStatus.UPDATE_FAILED;
        if (untouched && !begun) {
            return Optional.empty();
        }
        if (!begun) {
            begun = true;
            stack.move(resource, resource.physicalId(), ResourceStatus.UPDATE_IN_PROGRESS, "", before.shown(), now);
            boolean replaced = current != null && !current.id().equals(before.id());
            return Optional.of(
                    replaced ? Duration.ofSeconds(1) : engine.duration(before.type(), "update", logicalId()));
        }
        if (current != null && !current.id().equals(before.id())) {
            made.add(new Leftover(logicalId(), current));
        }
        resource.physical = before;
        engine.publish(stack, logicalId(), before, now);
        stack.move(resource, before.id(), ResourceStatus.UPDATE_COMPLETE, "", before.shown(), now);
        return Optional.empty();
    }

    @Override
    void failed(String reason, Instant now) {
        stack.move(resource, resource.physicalId(), ResourceStatus.UPDATE_FAILED, reason, before.shown(), now);
    }

    @Override
    void cancelled(Instant now) {
        // The way back is not cut short.
    }
}
