package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.cloudformation.changes.Differences;
import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.ResourceDefinition;
import io.tapdeck.sandbox.cloudformation.template.Resources;
import io.tapdeck.sandbox.cloudformation.types.Behaviours;
import io.tapdeck.sandbox.cloudformation.types.NameCheck;
import io.tapdeck.sandbox.cloudformation.types.Naming;
import io.tapdeck.sandbox.cloudformation.types.PropertyCheck;
import io.tapdeck.sandbox.cloudformation.types.ResourceType;
import io.tapdeck.sandbox.cloudformation.types.TagCheck;
import io.tapdeck.sandbox.faults.ResourceWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

/** Brings one resource to what the template says: makes it, changes it in place, replaces it or leaves it. */
final class ReconcileTask extends ResourceTask {

    /** The reason of AWS's event for a replacement. */
    static final String REPLACING =
            "Requested update requires the creation of a new physical resource; hence creating one.";

    static final String INITIATED = "Resource creation Initiated";
    private static final Duration UNTIL_INITIATED = Duration.ofMillis(900);

    private final StackEngine engine;
    private final SimulatedStack stack;
    private final BoundTemplate template;
    private final ResourceDefinition definition;
    private final List<Leftover> leftovers;
    private final boolean revertsDrift;
    private final SimulatedResource resource;
    private final @Nullable Physical before;
    private boolean creating;
    private @Nullable Physical next;
    private Optional<Attempt> attempt = Optional.empty();
    private int stage;

    /**
     * A task.
     *
     * @param leftovers takes the physical resource that a replacement leaves behind
     * @param revertsDrift whether a change or deletion outside of CloudFormation is undone
     */
    ReconcileTask(
            StackEngine engine,
            SimulatedStack stack,
            BoundTemplate template,
            ResourceDefinition definition,
            List<Leftover> leftovers,
            boolean revertsDrift) {
        this.engine = engine;
        this.stack = stack;
        this.template = template;
        this.definition = definition;
        this.leftovers = leftovers;
        this.revertsDrift = revertsDrift;
        SimulatedResource known = stack.resources.get(definition.logicalId());
        if (known == null || !known.exists() || isMadeAgain(known)) {
            known = new SimulatedResource(definition.logicalId(), definition.type());
            known.generation = Optional.ofNullable(stack.resources.get(definition.logicalId()))
                    .map(old -> old.generation)
                    .orElse(0);
        }
        resource = known;
        before = known.physical;
    }

    /** After a creation that failed, and after a deletion outside of CloudFormation that is to be reverted. */
    private boolean isMadeAgain(SimulatedResource known) {
        boolean gone = revertsDrift
                && known.physical != null
                && engine.live(known.physical).isEmpty();
        return gone || known.status == ResourceStatus.CREATE_FAILED;
    }

    private boolean isDrifted(Physical known) {
        return revertsDrift
                && engine.live(known)
                        .filter(live -> !Differences.equal(known.properties(), Drift.actual(known, live)))
                        .isPresent();
    }

    @Override
    String logicalId() {
        return definition.logicalId();
    }

    @Override
    Optional<Duration> step(Instant now) {
        return switch (stage++) {
            case 0 -> begin(now);
            case 1 -> creating ? initiate(now) : finish(now);
            default -> finish(now);
        };
    }

    private Optional<Duration> begin(Instant now) {
        ResourceType type = engine.type(definition.type());
        if (before == null) {
            creating = true;
            clearAway(stack.resources.put(logicalId(), resource));
        }
        Physical wanted;
        try {
            wanted = wanted(type, now);
        } catch (ResourceFailure unresolved) {
            stack.move(resource, resource.physicalId(), inProgress(), "", ShownProperties.EMPTY, now);
            throw unresolved;
        }
        next = wanted;
        if (before != null) {
            PropertyChange change = PropertyChange.between(type, before, wanted);
            if (change == PropertyChange.NONE
                    && resource.status != ResourceStatus.UPDATE_FAILED
                    && !isDrifted(before)) {
                return Optional.empty();
            }
            creating = change == PropertyChange.REPLACING;
        }
        String reason = before != null && creating ? REPLACING : "";
        stack.move(resource, resource.physicalId(), inProgress(), reason, wanted.shown(), now);
        PropertyCheck.problem(type, wanted.properties())
                .or(() -> TagCheck.refusal(type, wanted.properties(), wanted.stackTags()))
                .ifPresent(problem -> {
                    throw new ResourceFailure(problem);
                });
        if (before != null && creating && before.id().equals(wanted.id())) {
            throw new ResourceFailure("CloudFormation cannot update a stack when a custom-named resource requires"
                    + " replacing. Rename " + wanted.identity().name() + " and update the stack again.");
        }
        if (before != null && creating && stack.disableRollback) {
            throw new ResourceFailure("Replacement type updates not supported on stack with disable-rollback.");
        }
        return Optional.of(creating ? UNTIL_INITIATED : work(type));
    }

    /** What a failed creation left of a resource goes before it is made again. */
    private void clearAway(@Nullable SimulatedResource old) {
        if (old != null && old.exists() && old.physical != null) {
            engine.withdraw(old.physical);
        }
    }

    private Optional<Duration> initiate(Instant now) {
        Physical made = wanted();
        NameCheck.refusal(made.naming(), made.properties()).ifPresent(reason -> {
            throw new ResourceFailure(reason);
        });
        engine.claims.take(stack, made);
        if (before != null) {
            leftovers.add(new Leftover(logicalId(), before));
        }
        resource.physical = made;
        resource.generation++;
        stack.move(resource, made.id(), inProgress(), INITIATED, made.shown(), now);
        return Optional.of(work(made.type()));
    }

    private Optional<Duration> finish(Instant now) {
        Physical made = wanted();
        if (!creating) {
            engine.requireLive(made);
        }
        Behaviours.refusal(made.naming(), made.properties(), engine.world)
                .or(() -> creating
                        ? Behaviours.creationRefusal(made.naming(), made.properties(), engine.world)
                        : Optional.empty())
                .ifPresent(reason -> {
                    throw new ResourceFailure(reason);
                });
        attempt.ifPresent(Attempt::requireSuccess);
        resource.physical = made;
        resource.skipped = false;
        engine.publish(stack, logicalId(), made, now);
        stack.move(
                resource,
                made.id(),
                before == null ? ResourceStatus.CREATE_COMPLETE : ResourceStatus.UPDATE_COMPLETE,
                "",
                made.shown(),
                now);
        return Optional.empty();
    }

    @Override
    void failed(String reason, Instant now) {
        ObjectNode shown = next == null ? ShownProperties.EMPTY : next.shown();
        stack.move(
                resource,
                resource.physicalId(),
                before == null ? ResourceStatus.CREATE_FAILED : ResourceStatus.UPDATE_FAILED,
                reason,
                shown,
                now);
    }

    @Override
    void cancelled(Instant now) {
        if (next != null) {
            failed(before == null ? "Resource creation cancelled" : "Resource update cancelled", now);
        }
    }

    private Physical wanted() {
        Physical known = next;
        if (known == null) {
            throw new IllegalStateException("not begun: " + logicalId());
        }
        return known;
    }

    private Physical wanted(ResourceType type, Instant now) {
        Resources values = engine.valuesOf(stack);
        ObjectNode properties = (ObjectNode) template.intrinsics(values).resolve(definition.properties());
        ObjectNode shown = ShownProperties.of(template.maskedIntrinsics(values).resolve(definition.properties()));
        Naming fresh = new Naming(type, stack.pseudo, logicalId(), Integer.toString(resource.generation));
        boolean replaces = before != null && PropertyChange.replaces(type, before.properties(), properties);
        if (before != null && !replaces) {
            return new Physical(
                    before.naming(),
                    before.identity(),
                    definition,
                    properties,
                    shown,
                    before.naming().attributes(before.identity(), properties),
                    stack.tags,
                    before.createdAt());
        }
        var identity = fresh.identity(properties);
        return new Physical(
                fresh,
                identity,
                definition,
                properties,
                shown,
                fresh.attributes(identity, properties),
                stack.tags,
                now);
    }

    private ResourceStatus inProgress() {
        return before == null ? ResourceStatus.CREATE_IN_PROGRESS : ResourceStatus.UPDATE_IN_PROGRESS;
    }

    private Duration work(ResourceType type) {
        ResourceWork work = before == null ? ResourceWork.CREATE : ResourceWork.UPDATE;
        Attempt begun = engine.attempt(type, work, creating ? "create" : "update", logicalId());
        attempt = Optional.of(begun);
        Duration whole = begun.duration();
        return creating && whole.compareTo(UNTIL_INITIATED.multipliedBy(2)) > 0 ? whole.minus(UNTIL_INITIATED) : whole;
    }
}
