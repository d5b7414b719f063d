package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.types.HandlerMessage;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.util.HashMap;
import java.util.Map;

/** The physical ids in use, and the stack that holds each; a second claimant fails in AWS's words. */
final class Claims {

    private record Claim(String type, String physicalId) {}

    private final ResourceWorld world;
    private final Map<Claim, SimulatedStack> holders = new HashMap<>();

    Claims(ResourceWorld world) {
        this.world = world;
    }

    /**
     * Takes a physical id for a stack.
     *
     * @throws ResourceFailure when another stack, something outside of stacks or, for a type whose names are unique beyond
     *     the region, another region has it
     */
    void take(SimulatedStack stack, Physical physical) {
        Claim claim = claim(physical);
        SimulatedStack holder = holders.get(claim);
        if (holder != null) {
            throw new ResourceFailure(physical.identity().name() + " already exists in stack " + holder.id());
        }
        if (world.find(claim.type, claim.physicalId).isPresent() || !takeBeyondRegion(physical)) {
            throw new ResourceFailure(HandlerMessage.alreadyExists(physical.naming(), physical.identity()));
        }
        holders.put(claim, stack);
    }

    private boolean takeBeyondRegion(Physical physical) {
        return !physical.type().isGlobal()
                || world.account().take(partition(physical), physical.type().name(), physical.id());
    }

    /** Gives up what a policy keeps: it exists, but no stack holds it any more. */
    void disown(Physical physical) {
        holders.remove(claim(physical));
    }

    /** Gives a physical id free: what had it exists no longer. */
    void free(Physical physical) {
        disown(physical);
        world.account().free(partition(physical), physical.type().name(), physical.id());
    }

    private static Claim claim(Physical physical) {
        return new Claim(physical.type().name(), physical.id());
    }

    private static String partition(Physical physical) {
        return physical.naming().pseudo().partition();
    }
}
