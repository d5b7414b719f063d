package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.cloudformation.types.Behaviours;
import io.tapdeck.sandbox.faults.ResourceWork;
import io.tapdeck.sandbox.world.LiveResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

/** Deletes a physical resource, or leaves it where a policy or the request says so. */
final class DeleteTask extends ResourceTask {

    private final StackEngine engine;
    private final SimulatedStack stack;
    private final SimulatedResource resource;
    private final @Nullable Physical physical;
    private final Fate fate;
    /** Whether the resource itself goes, not only what a replacement left behind. */
    private final boolean own;
    /** Whether events carry the properties: in the cleanup of an update they do not. */
    private final boolean showsProperties;

    private @Nullable Attempt attempt;

    private DeleteTask(
            StackEngine engine,
            SimulatedStack stack,
            SimulatedResource resource,
            @Nullable Physical physical,
            Fate fate,
            boolean own,
            boolean showsProperties) {
        this.engine = engine;
        this.stack = stack;
        this.resource = resource;
        this.physical = physical;
        this.fate = fate;
        this.own = own;
        this.showsProperties = showsProperties;
    }

    /** Deletes a resource of the stack. */
    static DeleteTask of(StackEngine engine, SimulatedStack stack, SimulatedResource resource, Fate fate) {
        return new DeleteTask(engine, stack, resource, resource.physical, fate, true, true);
    }

    /** Deletes a resource that an update takes away; its events show no properties. */
    static DeleteTask removed(StackEngine engine, SimulatedStack stack, SimulatedResource resource, Fate fate) {
        return new DeleteTask(engine, stack, resource, resource.physical, fate, true, false);
    }

    /** Deletes what a replacement left behind, or had made; its events show no properties. */
    static DeleteTask of(StackEngine engine, SimulatedStack stack, Leftover leftover, Fate fate) {
        SimulatedResource resource = stack.resources.get(leftover.logicalId());
        if (resource == null) {
            resource = new SimulatedResource(
                    leftover.logicalId(), leftover.physical().type().name());
        }
        return new DeleteTask(engine, stack, resource, leftover.physical(), fate, false, false);
    }

    @Override
    String logicalId() {
        return resource.logicalId;
    }

    @Override
    Optional<Duration> step(Instant now) {
        Physical target = physical;
        if (target == null) {
            report(ResourceStatus.DELETE_COMPLETE, "", now);
            return Optional.empty();
        }
        if (fate == Fate.RETAIN) {
            engine.claims.disown(target);
            report(ResourceStatus.DELETE_SKIPPED, "", now);
            return Optional.empty();
        }
        Attempt known = attempt;
        if (known == null) {
            known = engine.attempt(target.type(), ResourceWork.DELETE, "delete", logicalId());
            attempt = known;
            report(ResourceStatus.DELETE_IN_PROGRESS, "", now);
            return Optional.of(known.duration());
        }
        Optional<LiveResource> live = engine.live(target);
        ObjectNode properties = live.map(LiveResource::properties).orElse(target.properties());
        Optional<String> problem = Behaviours.deletionRefusal(
                        target.naming(), target.identity(), properties, engine.world)
                .or(known::failure);
        if (problem.isPresent() && !stack.isForcedToGo()) {
            throw new ResourceFailure(problem.get());
        }
        if (problem.isPresent()) {
            engine.claims.disown(target);
            report(ResourceStatus.DELETE_SKIPPED, problem.get(), now);
            return Optional.empty();
        }
        if (fate == Fate.SNAPSHOT) {
            live.flatMap(found -> FinalSnapshot.of(target.naming(), found, now)).ifPresent(engine.world::put);
        }
        Behaviours.deleted(target.type(), target.properties(), engine.world);
        engine.withdraw(target);
        report(ResourceStatus.DELETE_COMPLETE, "", now);
        return Optional.empty();
    }

    @Override
    void failed(String reason, Instant now) {
        report(ResourceStatus.DELETE_FAILED, reason, now);
    }

    @Override
    void cancelled(Instant now) {
        // A deletion is never cut short: nothing cancels a phase of deletions.
    }

    private void report(ResourceStatus status, String reason, Instant now) {
        String id = physical == null ? "" : physical.id();
        ObjectNode shown = physical == null ? ShownProperties.EMPTY : physical.shown();
        if (own) {
            stack.move(resource, id, status, reason, showsProperties ? shown : null, now);
        } else {
            stack.report(resource, id, status, reason, null, now);
        }
    }
}
